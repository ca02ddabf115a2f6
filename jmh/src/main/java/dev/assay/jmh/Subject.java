package dev.assay.jmh;

import dev.assay.inventory.InventoryReader;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What is measured: a root file system's real packages, and the database to match them against.
///
/// @param database `-Ddb=FILE`
/// @param inventory of `-Droot=DIRECTORY`; this machine's where that is not given
record Subject(Path database, Inventory inventory) {

  static Subject fromProperties() throws IOException {
    String database = System.getProperty("db");
    if (database == null) {
      throw new IllegalArgumentException("name a database: -Ddb=FILE");
    }
    Path root = Path.of(System.getProperty("root", "/"));
    Inventory inventory = InventoryReader.standard().read(DirectoryTree.at(root), root.toString());
    return new Subject(Path.of(database), inventory);
  }

  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  int packages() {
    return inventory.packages().size();
  }
}
