/// Reads rpm's databases in their three forms (SQLite, ndb, Berkeley DB) without librpm and
/// without native code. This package must know nothing of distributions, advisories or versions'
/// order.
@NullMarked
package dev.assay.inventory.rpm;

import org.jspecify.annotations.NullMarked;
