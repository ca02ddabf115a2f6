/// A file tree as a host to be evaluated: the implementation of the host interface of `scap`.
@NullMarked
package dev.assay.inventory.host;

import org.jspecify.annotations.NullMarked;
