package dev.assay.inventory;

import dev.assay.inventory.tree.FileTree;
import dev.assay.model.NotEvaluated;

/// Reads from one kind of package database which files the packages own.
public interface FileCataloguer {

  /// Reads every owned path; what cannot be read is reported to the sink, never thrown.
  void readFiles(FileTree tree, FileSink sink);

  /// Receives what a cataloguer reads.
  interface FileSink {

    /// One owned path.
    ///
    /// @param path as the package manager writes it, from the root, with or without a leading
    ///     slash
    void owns(FileOwner owner, String path);

    void notEvaluated(NotEvaluated gap);
  }
}
