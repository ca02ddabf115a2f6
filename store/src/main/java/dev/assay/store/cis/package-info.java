/// Benchmark sessions in PostgreSQL.
@NullMarked
package dev.assay.store.cis;

import org.jspecify.annotations.NullMarked;
