/// Benchmarks on the agent's host: which content there is for it, its evaluation in a process of
/// its own, and what is handed in of it. It knows nothing of the service, and nothing that the
/// service says goes into an evaluation but which of the few things in `Asked` is wanted.
@NullMarked
package dev.assay.agent.benchmark;

import org.jspecify.annotations.NullMarked;
