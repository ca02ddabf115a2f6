/// Fetches the public feeds into a cache directory: what `assay db update` does before it compiles
/// them. It must know nothing of what is in the feeds, only whether a file arrived whole; and only
/// {@link dev.assay.feeds.download.HttpTransport} may open a socket.
@NullMarked
package dev.assay.feeds.download;

import org.jspecify.annotations.NullMarked;
