/// Reads Alpine's security database (secdb). It must know nothing of the database's format, of
/// archives, or of where the bytes came from.
@NullMarked
package dev.assay.feeds.alpine;

import org.jspecify.annotations.NullMarked;
