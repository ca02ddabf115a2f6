package dev.assay.inventory.rpm;

import dev.assay.inventory.FileCataloguer;
import dev.assay.inventory.FileOwner;
import dev.assay.inventory.tree.FileTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads which files the packages of rpm own, directories among them, from their headers.
public final class RpmFileCataloguer implements FileCataloguer {
  /// Ten times what a full installation has: a header can name one long directory for each of a
  /// million files.
  private static final long MOST_CHARACTERS = 1L << 28;

  @Override
  public void readFiles(FileTree tree, FileSink sink) {
    new RpmDatabases<>(new Reader())
        .read(
            tree,
            files -> files.paths.forEach(path -> sink.owns(files.owner, path)),
            sink::notEvaluated);
  }

  private record OwnedFiles(FileOwner owner, List<String> paths) {}

  private static final class Reader implements HeaderReader<OwnedFiles> {
    private long characters;

    @Override
    public Optional<OwnedFiles> read(RpmHeader header, String path) {
      return PackageHeader.read(header, path).map(installed -> files(header, installed));
    }

    private OwnedFiles files(RpmHeader header, InstalledPackage installed) {
      List<String> paths = new ArrayList<>();
      HeaderFiles.paths(
          header,
          file -> {
            characters += file.length();
            if (characters > MOST_CHARACTERS) {
              throw new DamagedException(
                  Reason.LIMIT, "The paths of all files together are too long.");
            }
            paths.add(file);
          });
      return new OwnedFiles(
          new FileOwner(installed.type(), installed.name(), installed.architecture()), paths);
    }
  }
}
