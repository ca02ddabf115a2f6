/// The advisory database as the rest of Assay sees it: opened from a file or from bytes, it
/// answers the matcher's questions. It must not know where advisories come from, how versions are
/// judged, or how a file is built.
@NullMarked
package dev.assay.vulndb;

import org.jspecify.annotations.NullMarked;
