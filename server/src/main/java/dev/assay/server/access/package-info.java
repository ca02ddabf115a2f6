/// Which role may call which operation, as a table.
@NullMarked
package dev.assay.server.access;

import org.jspecify.annotations.NullMarked;
