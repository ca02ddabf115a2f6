package dev.assay.agentless.live;

import dev.assay.agentless.tree.RemoteTree;
import dev.assay.inventory.runtime.HardeningLookup;
import dev.assay.inventory.tree.Lookup;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.runtime.Hardening;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Program files of another machine. Each costs some journeys, so that the time for all of them is
/// limited; those that are left are told of as one gap.
final class RemotePrograms implements HardeningLookup {
  private final RemoteTree tree;
  private final LongSupplier nanoTime;
  private final Duration most;
  private final long start;

  RemotePrograms(RemoteTree tree, Duration most, LongSupplier nanoTime) {
    this.tree = tree;
    this.most = most;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  @Override
  public Lookup<Hardening> of(String path) {
    return nanoTime.getAsLong() - start > most.toNanos()
        ? new Lookup.Unreadable<>(
            "program files",
            Reason.LIMIT,
            "Reading their headers took longer than "
                + most.toSeconds()
                + " seconds: how some of them were built was not seen.")
        : tree.program(path).then(program -> HardeningLookup.read(path, program));
  }
}
