/// Reads dpkg's database: installed packages, the repositories apt had them from, and the files
/// they own. This package must know nothing of advisories or other package managers.
@NullMarked
package dev.assay.inventory.dpkg;

import org.jspecify.annotations.NullMarked;
