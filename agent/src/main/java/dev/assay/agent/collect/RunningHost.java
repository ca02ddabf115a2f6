package dev.assay.agent.collect;

import dev.assay.inventory.DatabaseStamp;
import dev.assay.inventory.FileOwnership;
import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.RememberedOwners;
import dev.assay.inventory.host.TreeHost;
import dev.assay.inventory.runtime.LocalPrograms;
import dev.assay.inventory.runtime.RuntimeCollector;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.runtime.RuntimeSample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at what a machine does that runs. Between two looks the package databases are not read
/// again if nothing has written to them.
public final class RunningHost {
  private static final Path ROOT = Path.of("/");

  private @Nullable Packages known;

  /// What the databases said.
  private record Packages(
      DatabaseStamp stamp, List<InstalledPackage> installed, RememberedOwners owners) {}

  /// A sample of the host that an inventory is of.
  ///
  /// @throws IOException where its root cannot be read
  public static RuntimeSample sample(Inventory inventory) throws IOException {
    Path root = Path.of(inventory.target());
    DirectoryTree tree = DirectoryTree.at(root);
    return new RuntimeCollector(TreeHost.at(root), FileOwnership.of(tree), new LocalPrograms(tree))
        .collect(InstantSource.system().instant(), inventory.packages());
  }

  /// One more sample of this machine.
  ///
  /// @throws IOException where its root cannot be read
  RuntimeSample sample() throws IOException {
    DirectoryTree tree = DirectoryTree.at(ROOT);
    TreeHost host = TreeHost.at(ROOT);
    Packages packages = packages(tree, host);
    try {
      return new RuntimeCollector(host, packages.owners(), new LocalPrograms(tree))
          .collect(InstantSource.system().instant(), packages.installed());
    } finally {
      packages.owners().rest();
    }
  }

  /// The stamp is taken before the databases are read: what is written meanwhile makes it another.
  private Packages packages(DirectoryTree tree, TreeHost host) {
    DatabaseStamp now = DatabaseStamp.of(host, host.time());
    Packages before = known;
    if (before != null && before.stamp().holds(now)) {
      return before;
    }
    Packages read =
        new Packages(
            now,
            InventoryReader.standard().read(tree, ROOT.toString()).packages(),
            new RememberedOwners(() -> FileOwnership.of(tree)));
    known = read;
    return read;
  }
}
