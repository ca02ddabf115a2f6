/// Reads Rocky Linux's errata. It must know nothing of the database's format, of archives, or of
/// where the bytes came from.
@NullMarked
package dev.assay.feeds.rocky;

import org.jspecify.annotations.NullMarked;
