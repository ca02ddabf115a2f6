/// Documents for the importers' tests: of our own making, of the shared data, and damaged ones.
/// It must know nothing of any one feed.
@NullMarked
package dev.assay.feeds.documents;

import org.jspecify.annotations.NullMarked;
