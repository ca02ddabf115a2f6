/// Scores CVSS vectors of every version. It must know nothing of the feeds they come from.
@NullMarked
package dev.assay.feeds.cvss;

import org.jspecify.annotations.NullMarked;
