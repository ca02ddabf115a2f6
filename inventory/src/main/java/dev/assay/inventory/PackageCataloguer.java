package dev.assay.inventory;

import dev.assay.inventory.tree.FileTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;

/// Reads one kind of package database. One object may read many trees.
public interface PackageCataloguer {

  /// What the package manager is called: `dpkg`, `rpm`, `apk`.
  String name();

  /// Whether the tree seems to hold such a database, readable or not.
  boolean present(FileTree tree);

  /// Reads every installed package; what cannot be read is reported to the sink, never thrown.
  void read(FileTree tree, Sink sink);

  /// Receives what a cataloguer reads.
  interface Sink {
    void installed(InstalledPackage installed);

    void notEvaluated(NotEvaluated gap);
  }
}
