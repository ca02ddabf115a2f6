/// Benchmarks: of matching, on real packages and a real database, and of questions on very many
/// findings. They must know no more of Assay than its users do.
@NullMarked
package dev.assay.jmh;

import org.jspecify.annotations.NullMarked;
