/// XCCDF 1.2: benchmarks, profiles, platforms, results and scores. Knows OVAL only by the result
/// of a definition.
@NullMarked
package dev.assay.scap.xccdf;

import org.jspecify.annotations.NullMarked;
