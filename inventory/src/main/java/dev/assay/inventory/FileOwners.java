package dev.assay.inventory;

import dev.assay.model.NotEvaluated;
import java.util.List;
import java.util.Optional;

/// Tells which package owns a file.
public interface FileOwners {
  /// The package that owns the file; of several that share it, the first.
  Optional<FileOwner> ownerOf(String path);

  /// What could not be read of the package databases, as far as questions have made it read them.
  List<NotEvaluated> notEvaluated();
}
