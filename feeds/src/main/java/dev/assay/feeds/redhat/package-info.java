/// Reads Red Hat's record of each CVE (Security Data API): what it says of packages without a
/// fix. It must know nothing of the database's format, of archives, or of where the bytes came
/// from.
@NullMarked
package dev.assay.feeds.redhat;

import org.jspecify.annotations.NullMarked;
