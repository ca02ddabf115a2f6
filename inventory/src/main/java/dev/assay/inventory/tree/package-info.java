/// The files of one root, read safely: a live host, a directory; archives and images later. This
/// package must know nothing of packages, operating systems or advisories.
@NullMarked
package dev.assay.inventory.tree;

import org.jspecify.annotations.NullMarked;
