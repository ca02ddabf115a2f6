/// Resources in PostgreSQL. What hangs on them is kept elsewhere and goes with them.
@NullMarked
package dev.assay.store.resource;

import org.jspecify.annotations.NullMarked;
