/// Evidence and coverage in PostgreSQL.
@NullMarked
package dev.assay.store.evidence;

import org.jspecify.annotations.NullMarked;
