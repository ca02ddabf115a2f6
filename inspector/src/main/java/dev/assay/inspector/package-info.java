/// The operations of Inspector Classic, Inspector v2 and Inspector Scan, and Assay's own: they turn
/// what came over the wire into questions to `assessment` and its answers back. They decide nothing
/// that `assessment` could, and open nothing.
@NullMarked
package dev.assay.inspector;

import org.jspecify.annotations.NullMarked;
