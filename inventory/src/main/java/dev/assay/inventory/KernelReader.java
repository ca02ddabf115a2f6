package dev.assay.inventory;

import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.Lookup;
import dev.assay.model.Kernel;
import java.nio.charset.StandardCharsets;

/// Which kernel runs in a directory: the machine's where the directory is `/`, else none.
public final class KernelReader {
  private static final String RELEASE = "proc/sys/kernel/osrelease";

  private KernelReader() {}

  /// The kernel of a live host, or that it is none.
  public static Kernel read(DirectoryTree tree) {
    return tree.isLive() ? running(tree) : new Kernel.NotRunning();
  }

  /// `uname -r` of the live host whose `/` the tree is, or that none is told of.
  public static Kernel running(FileTree tree) {
    // The files of /proc have no size, so that they are read to their end.
    return tree.read(RELEASE, 1024) instanceof Lookup.Found<byte[]> found
        ? new Kernel.Running(new String(found.value(), StandardCharsets.UTF_8).strip())
        : new Kernel.NotRunning();
  }
}
