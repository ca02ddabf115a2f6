package dev.assay.cli;

import dev.assay.inventory.FileOwnership;
import dev.assay.inventory.host.TreeHost;
import dev.assay.inventory.runtime.LocalPrograms;
import dev.assay.inventory.runtime.RuntimeCollector;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.Inventory;
import dev.assay.model.runtime.RuntimeSample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/// Looks at what this machine does.
final class LiveRuntime {
  private LiveRuntime() {}

  /// A sample of the host that an inventory is of.
  static RuntimeSample sample(Inventory inventory) {
    Path root = Path.of(inventory.target());
    try {
      DirectoryTree tree = DirectoryTree.at(root);
      return new RuntimeCollector(
              TreeHost.at(root), FileOwnership.of(tree), new LocalPrograms(tree))
          .collect(InstantSource.system().instant(), inventory.packages());
    } catch (IOException unreadable) {
      throw new InputException(
          "target " + root + " cannot be read: " + IoFailure.words(unreadable), unreadable);
    }
  }
}
