/// XML of untrusted content as small trees of elements, read in one pass without DTDs or entities.
// Knows nothing of SCAP's vocabularies.
@NullMarked
package dev.assay.scap.xml;

import org.jspecify.annotations.NullMarked;
