/// Reads what is installed in a file tree: the operating system and its packages. This package
/// must know nothing of advisories, matching or output formats.
@NullMarked
package dev.assay.inventory;

import org.jspecify.annotations.NullMarked;
