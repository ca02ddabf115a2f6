package dev.assay.inventory.apk;

import dev.assay.inventory.FileCataloguer;
import dev.assay.inventory.FileOwner;
import dev.assay.inventory.tree.FileTree;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.PackageType;
import java.nio.charset.StandardCharsets;

/// Reads the files of apk's packages: in each record a directory (`F:`) is followed by the files
/// in it (`R:`).
public final class ApkFileCataloguer implements FileCataloguer {
  private static final int LIMIT = 1 << 27;

  @Override
  public void readFiles(FileTree tree, FileSink sink) {
    for (String path : ApkCataloguer.databases(tree)) {
      tree.read(path, LIMIT)
          .orReport(Gap.PART, sink::notEvaluated)
          .map(content -> new String(content, StandardCharsets.UTF_8))
          .ifPresent(content -> readFiles(content, sink));
    }
  }

  private static void readFiles(String content, FileSink sink) {
    String name = "";
    String architecture = "";
    String directory = "";
    for (String line : (Iterable<String>) content.lines()::iterator) {
      if (line.length() < 2 || line.charAt(1) != ':') {
        name = "";
        architecture = "";
        directory = "";
        continue;
      }
      String value = line.substring(2);
      switch (line.charAt(0)) {
        case 'P' -> name = value;
        case 'A' -> architecture = value;
        case 'F' -> directory = value;
        case 'R' -> {
          String file = directory.isEmpty() ? value : directory + "/" + value;
          sink.owns(new FileOwner(PackageType.APK, name, architecture), file);
        }
        default -> {}
      }
    }
  }
}
