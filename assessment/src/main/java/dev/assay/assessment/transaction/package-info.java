/// Transactions as the domain sees them: work that sees one moment of the store and happens whole
/// or not at all. It must not know what kind of store that is.
@NullMarked
package dev.assay.assessment.transaction;

import org.jspecify.annotations.NullMarked;
