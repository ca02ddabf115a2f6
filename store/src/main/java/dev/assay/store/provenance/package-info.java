/// By which ways evidence came, in PostgreSQL.
@NullMarked
package dev.assay.store.provenance;

import org.jspecify.annotations.NullMarked;
