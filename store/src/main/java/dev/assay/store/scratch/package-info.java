/// Databases to throw away, made fast: for tests of any module, and for a demonstration. It must
/// not be used for data that anybody wants to keep.
@NullMarked
package dev.assay.store.scratch;

import org.jspecify.annotations.NullMarked;
