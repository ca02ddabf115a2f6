/// Tests of reading snapshots.
@NullMarked
package dev.assay.network.reader;

import org.jspecify.annotations.NullMarked;
