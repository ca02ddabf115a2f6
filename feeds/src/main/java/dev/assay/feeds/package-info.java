/// Reads advisory feeds: what is common to all of them. Each feed is an importer in a package of
/// its own; an importer must know nothing of the database's format or of where its bytes came
/// from.
@NullMarked
package dev.assay.feeds;

import org.jspecify.annotations.NullMarked;
