/// Reads JSON from feeds within bounds, and says where in the document something is wrong. It
/// must know nothing of any feed's fields.
@NullMarked
package dev.assay.feeds.json;

import org.jspecify.annotations.NullMarked;
