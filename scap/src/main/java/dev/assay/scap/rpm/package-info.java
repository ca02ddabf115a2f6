/// Whether the files of packages still are as rpm installed them.
// Must not know how rpm keeps its database.
@NullMarked
package dev.assay.scap.rpm;

import org.jspecify.annotations.NullMarked;
