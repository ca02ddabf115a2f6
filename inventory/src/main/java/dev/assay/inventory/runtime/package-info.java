/// What a running host does, read from its `/proc`: sockets, processes, and how the files that they
/// run were built and who may change them. It must not know which rules judge that, and never reads
/// the arguments or the environment of a process.
@NullMarked
package dev.assay.inventory.runtime;

import org.jspecify.annotations.NullMarked;
