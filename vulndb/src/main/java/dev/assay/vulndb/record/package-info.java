/// How each value of the domain is written as bytes and read back, shared by the builder and the
/// reader. It must not know in which section or order the bytes lie.
@NullMarked
package dev.assay.vulndb.record;

import org.jspecify.annotations.NullMarked;
