/// Benchmarks, and the synthetic data they can run on. They must know no more of Assay than its
/// users do.
@NullMarked
package dev.assay.jmh;

import org.jspecify.annotations.NullMarked;
