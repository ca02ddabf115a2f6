/// Samples of running hosts in PostgreSQL.
@NullMarked
package dev.assay.store.runtime;

import org.jspecify.annotations.NullMarked;
