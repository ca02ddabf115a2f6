/// How the items of each type of OVAL object are read off a host. Knows nothing of tests and
/// results.
@NullMarked
package dev.assay.scap.probe;

import org.jspecify.annotations.NullMarked;
