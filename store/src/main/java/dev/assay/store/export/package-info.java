/// Exports in PostgreSQL. The documents themselves are elsewhere.
@NullMarked
package dev.assay.store.export;

import org.jspecify.annotations.NullMarked;
