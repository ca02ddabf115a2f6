/// Imports the Debian security tracker's own JSON. It must know nothing of the tracker's OSV
/// export, which is a source of its own.
@NullMarked
package dev.assay.feeds.debian;

import org.jspecify.annotations.NullMarked;
