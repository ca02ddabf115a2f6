/// The parts of `/proc` that more than one reader needs, parsed. It must not know what they are
/// read for.
@NullMarked
package dev.assay.scap.procfs;

import org.jspecify.annotations.NullMarked;
