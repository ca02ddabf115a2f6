/// A PostgreSQL server of our own in a directory: unpacked, initialised, started, watched and
/// stopped, reachable only from this machine and only with its password. It must not know what is
/// stored in it.
@NullMarked
package dev.assay.store.embedded;

import org.jspecify.annotations.NullMarked;
