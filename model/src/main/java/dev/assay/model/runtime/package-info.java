/// What was seen of a running host: its sockets, processes, and the program files they run. Values
/// only: this package must not know how they were read or which rules judge them. Names of users,
/// arguments of commands and far addresses have no place in them.
@NullMarked
package dev.assay.model.runtime;

import org.jspecify.annotations.NullMarked;
