/// The queue of work in one table. A row that is leased is a row that is due later.
@NullMarked
package dev.assay.store.work;

import org.jspecify.annotations.NullMarked;
