/// Tests of the version orders, against tables, slow second implementations and the package
/// managers themselves. It must know nothing of advisories.
@NullMarked
package dev.assay.version;

import org.jspecify.annotations.NullMarked;
