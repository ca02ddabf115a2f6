/// Reads Canonical's CVE tracker, as JSON and in its own text form. It must know nothing of the
/// database, of archives, or of where the bytes came from.
@NullMarked
package dev.assay.feeds.ubuntu;

import org.jspecify.annotations.NullMarked;
