package dev.assay.cli;

import dev.assay.agent.collect.RunningHost;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.runtime.RuntimeSample;
import java.io.IOException;

/// Looks at what this machine does.
final class LiveRuntime {
  private LiveRuntime() {}

  /// Whether a target is this machine itself.
  static boolean isOf(ReadTarget target) {
    return target.place() == ReadTarget.Place.HERE
        && target.inventory().kernel() instanceof Kernel.Running;
  }

  /// A sample of the host that an inventory is of.
  static RuntimeSample sample(Inventory inventory) {
    try {
      return RunningHost.sample(inventory);
    } catch (IOException unreadable) {
      throw new InputException(
          "target " + inventory.target() + " cannot be read: " + IoFailure.words(unreadable),
          unreadable);
    }
  }
}
