/// Undoes archives and compressions around feed documents, within bounds and without ever
/// holding a document. It must know nothing of feeds or of what a document says.
@NullMarked
package dev.assay.feeds.archive;

import org.jspecify.annotations.NullMarked;
