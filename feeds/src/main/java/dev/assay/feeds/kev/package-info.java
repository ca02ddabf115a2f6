/// CISA's catalogue of known exploited vulnerabilities (KEV), as JSON and as CSV. It must know
/// nothing of any other feed.
@NullMarked
package dev.assay.feeds.kev;

import org.jspecify.annotations.NullMarked;
