/// Requests and responses of HTTP as values. Whoever owns a socket makes the one and writes the
/// other; nothing here opens anything.
@NullMarked
package dev.assay.awsapi.http;

import org.jspecify.annotations.NullMarked;
