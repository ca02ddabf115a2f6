/// Writers of a benchmark result. They only write what was decided elsewhere.
@NullMarked
package dev.assay.scap.output;

import org.jspecify.annotations.NullMarked;
