package dev.assay.inventory.dpkg;

import dev.assay.inventory.FileCataloguer;
import dev.assay.inventory.FileOwner;
import dev.assay.inventory.tree.FileTree;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.PackageType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the file lists of dpkg: `info/NAME.list`, `info/NAME:ARCH.list` where a package may be
/// installed for several architectures, and the checksums of `status.d`, which name the files in
/// images built without dpkg.
public final class DpkgFileCataloguer implements FileCataloguer {
  private static final String INFO = "var/lib/dpkg/info";
  private static final String STATUS_D = "var/lib/dpkg/status.d";
  private static final String LIST = ".list";
  private static final String CHECKSUMS = ".md5sums";
  private static final int LIMIT = 1 << 26;

  @Override
  public void readFiles(FileTree tree, FileSink sink) {
    Diversions diversions = Diversions.read(tree, sink::notEvaluated);
    for (String name : names(tree, INFO, LIST, sink)) {
      FileOwner owner = owner(name.substring(0, name.length() - LIST.length()));
      paths(
          lines(tree, INFO + "/" + name, sink),
          path -> sink.owns(owner, diversions.of(path, owner.name())));
    }
    for (String name : names(tree, STATUS_D, CHECKSUMS, sink)) {
      FileOwner owner = owner(name.substring(0, name.length() - CHECKSUMS.length()));
      for (String line : lines(tree, STATUS_D + "/" + name, sink)) {
        int path = line.indexOf("  ");
        if (path >= 0) {
          sink.owns(owner, line.substring(path).strip());
        }
      }
    }
  }

  private static FileOwner owner(String name) {
    int colon = name.indexOf(':');
    return colon < 0
        ? new FileOwner(PackageType.DEB, name, "")
        : new FileOwner(PackageType.DEB, name.substring(0, colon), name.substring(colon + 1));
  }

  /// Leaves out the directories: a list names each before what is in it.
  private static void paths(List<String> lines, Consumer<String> paths) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean isDirectory = i + 1 < lines.size() && lines.get(i + 1).startsWith(line + "/");
      if (!isDirectory && !line.equals("/.")) {
        paths.accept(line);
      }
    }
  }

  private static List<String> names(FileTree tree, String directory, String suffix, FileSink sink) {
    return tree.list(directory).orReport(Gap.PART, sink::notEvaluated).orElse(List.of()).stream()
        .filter(name -> name.endsWith(suffix))
        .toList();
  }

  private static List<String> lines(FileTree tree, String path, FileSink sink) {
    Optional<byte[]> content = tree.read(path, LIMIT).orReport(Gap.PART, sink::notEvaluated);
    return content
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
        .orElse(List.of());
  }
}
