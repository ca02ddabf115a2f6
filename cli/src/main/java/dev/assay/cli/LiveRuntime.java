package dev.assay.cli;

import dev.assay.agent.collect.RunningHost;
import dev.assay.agentless.Behaviour;
import dev.assay.inventory.FileOwnership;
import dev.assay.inventory.host.TreeHost;
import dev.assay.inventory.runtime.LocalPrograms;
import dev.assay.inventory.runtime.RestingCollector;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.Inventory;
import dev.assay.model.runtime.RuntimeSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// What a target does: of this machine it is looked at now, of another it was when that was read.
/// Of a root file system it is what would run there.
final class LiveRuntime {
  private LiveRuntime() {}

  static Behaviour of(ReadTarget target) {
    try {
      return switch (target.place()) {
        case HERE ->
            target.isLive()
                ? new Behaviour.Seen(RunningHost.sample(target.inventory()))
                : atRest(target.inventory());
        case THERE -> target.behaviour();
        case TOLD, UNREACHED -> new Behaviour.Unasked();
      };
    } catch (IOException unreadable) {
      throw new InputException(
          "target "
              + target.inventory().target()
              + " cannot be read: "
              + IoFailure.words(unreadable),
          unreadable);
    }
  }

  /// A directory in which nothing would run is not told of, unless what would could not be seen.
  private static Behaviour atRest(Inventory inventory) throws IOException {
    Path root = Path.of(inventory.target());
    if (!Files.isDirectory(root)) {
      return new Behaviour.Unasked();
    }
    DirectoryTree tree = DirectoryTree.at(root);
    RuntimeSample sample =
        new RestingCollector(TreeHost.at(root), FileOwnership.of(tree), new LocalPrograms(tree))
            .collect(InstantSource.system().instant(), inventory.packages());
    if (sample.isAtRest()) {
      return new Behaviour.Seen(sample);
    }
    return sample.notEvaluated().isEmpty()
        ? new Behaviour.Unasked()
        : new Behaviour.Unseen(sample.notEvaluated().getFirst().why());
  }
}
