/// Inventory and advisories in, verdicts with their reasons out. Pure: it must know nothing of
/// files, of the database's format or of how an inventory was read.
@NullMarked
package dev.assay.match;

import org.jspecify.annotations.NullMarked;
