/// Which operating system a tree holds, from os-release(5) or the files that came before it. This
/// package must know nothing of packages or of which releases have advisories.
@NullMarked
package dev.assay.inventory.os;

import org.jspecify.annotations.NullMarked;
