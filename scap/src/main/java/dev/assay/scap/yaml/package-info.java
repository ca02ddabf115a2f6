/// Parts of YAML documents by YAML Path, as OVAL's `yamlfilecontent` has them.
// Must not know of hosts, nor of OVAL.
@NullMarked
package dev.assay.scap.yaml;

import org.jspecify.annotations.NullMarked;
