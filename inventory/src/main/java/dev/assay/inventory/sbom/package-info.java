/// Bills of materials as evidence: package URLs are read back into packages, the distribution they
/// name into an operating system. Every component is in the result: as a package that advisories
/// can judge, or as not evaluated with its reason. Nothing here may know who made the document.
@NullMarked
package dev.assay.inventory.sbom;

import org.jspecify.annotations.NullMarked;
