/// Reads Amazon Linux's security bulletins: updateinfo.xml, and the same as JSON. It must know
/// nothing of the database's format, of archives, or of where the bytes came from.
@NullMarked
package dev.assay.feeds.amazon;

import org.jspecify.annotations.NullMarked;
