/// Assay's own operations, for which Inspector has none.
@NullMarked
package dev.assay.inspector.own;

import org.jspecify.annotations.NullMarked;
