/// HTTP as the service sees it: a request in, a response out; and the one class that knows the
/// library which speaks it. It must not know what is asked.
@NullMarked
package dev.assay.server.http;

import org.jspecify.annotations.NullMarked;
