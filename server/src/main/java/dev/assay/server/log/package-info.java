/// What the process writes about itself: one JSON line for each request, and its own log.
@NullMarked
package dev.assay.server.log;

import org.jspecify.annotations.NullMarked;
