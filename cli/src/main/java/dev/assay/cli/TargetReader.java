package dev.assay.cli;

import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the inventory of a target named on the command line.
final class TargetReader {
  private final InventoryReader inventories = InventoryReader.standard();

  Inventory read(Path target) {
    if (!Files.exists(target)) {
      throw new InputException("target " + target + " does not exist");
    }
    if (!Files.isDirectory(target)) {
      throw new InputException(
          "target "
              + target
              + " is not a directory; this version reads root file systems, not images, disks or"
              + " SBOMs");
    }
    try {
      return inventories.read(DirectoryTree.at(target), target.toString());
    } catch (IOException unreadable) {
      throw new InputException(
          "target " + target + " cannot be read: " + IoFailure.words(unreadable), unreadable);
    }
  }
}
