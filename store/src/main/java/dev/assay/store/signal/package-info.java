/// Signals between nodes by PostgreSQL's LISTEN and NOTIFY.
@NullMarked
package dev.assay.store.signal;

import org.jspecify.annotations.NullMarked;
