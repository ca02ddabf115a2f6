package dev.assay.inventory.rpm;

import dev.assay.inventory.PackageCataloguer;
import dev.assay.inventory.tree.FileTree;

/// Reads the packages of rpm.
public final class RpmCataloguer implements PackageCataloguer {

  @Override
  public String name() {
    return "rpm";
  }

  @Override
  public boolean present(FileTree tree) {
    return RpmDatabases.present(tree);
  }

  @Override
  public void read(FileTree tree, Sink sink) {
    new RpmDatabases<>(PackageHeader::read).read(tree, sink::installed, sink::notEvaluated);
  }
}
