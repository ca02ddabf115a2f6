package dev.assay.agent.collect;

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

/// Looks at what a machine does that runs.
public final class RunningHost {
  private RunningHost() {}

  /// A sample of the host that an inventory is of.
  ///
  /// @throws IOException where its root cannot be read
  public static RuntimeSample sample(Inventory inventory) throws IOException {
    Path root = Path.of(inventory.target());
    DirectoryTree tree = DirectoryTree.at(root);
    return new RuntimeCollector(TreeHost.at(root), FileOwnership.of(tree), new LocalPrograms(tree))
        .collect(InstantSource.system().instant(), inventory.packages());
  }
}
