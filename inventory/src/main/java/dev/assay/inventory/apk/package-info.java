/// Reads apk's database: installed packages, the repositories they come from, and the files they
/// own. This package must know nothing of advisories or other package managers.
@NullMarked
package dev.assay.inventory.apk;

import org.jspecify.annotations.NullMarked;
