/// Benchmark sessions: what an agent reports while it checks its host against a CIS benchmark.
@NullMarked
package dev.assay.assessment.cis;

import org.jspecify.annotations.NullMarked;
