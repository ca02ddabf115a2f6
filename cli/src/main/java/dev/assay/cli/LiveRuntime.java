package dev.assay.cli;

import dev.assay.agent.collect.RunningHost;
import dev.assay.model.Inventory;
import dev.assay.model.runtime.RuntimeSample;
import java.io.IOException;

/// Looks at what this machine does.
final class LiveRuntime {
  private LiveRuntime() {}

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
