package dev.assay.agentless;

import dev.assay.inventory.machine.MachineNames;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import java.util.List;
import java.util.Set;

/// What came of one host.
public sealed interface HostResult {

  /// The inventory; of a host that was not read, an empty one that says why.
  Inventory inventory();

  /// It was read, with gaps where the inventory has them.
  ///
  /// @param names what it calls itself
  record Collected(Inventory inventory, MachineNames names, Behaviour behaviour)
      implements HostResult {}

  /// It could not be reached, or not to the end.
  ///
  /// @param target as the user named it
  /// @param why one sentence
  record Failed(String target, String why) implements HostResult {
    @Override
    public Inventory inventory() {
      return new Inventory(
          target,
          null,
          new Kernel.NotRunning(),
          List.of(),
          Set.of(),
          null,
          Set.of(),
          List.of(new NotEvaluated(target, Reason.UNREADABLE, why, Gap.WHOLE)));
    }
  }
}
