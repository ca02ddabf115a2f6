package dev.assay.inventory.dpkg;

import dev.assay.inventory.tree.FileTree;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Where dpkg puts a file that another package, or the administrator, has taken the place of
/// (dpkg-divert(1)).
///
/// @param byPath from the path that the package names
record Diversions(Map<String, Diversion> byPath) {
  private static final String FILE = "var/lib/dpkg/diversions";
  private static final int LIMIT = 1 << 24;

  /// One file that was put aside.
  ///
  /// @param to where the file really lies
  /// @param by the package whose own file stays where it is; `:` for the administrator
  record Diversion(String to, String by) {}

  /// The file has three lines for each: from, to, by.
  static Diversions read(FileTree tree, Consumer<NotEvaluated> gaps) {
    List<String> lines =
        tree.read(FILE, LIMIT)
            .orReport(Gap.PART, gaps)
            .map(content -> new String(content, StandardCharsets.UTF_8).lines().toList())
            .orElse(List.of());
    Map<String, Diversion> byPath = new HashMap<>();
    for (int i = 0; i + 2 < lines.size(); i += 3) {
      byPath.put(lines.get(i), new Diversion(lines.get(i + 1), lines.get(i + 2)));
    }
    return new Diversions(byPath);
  }

  /// Where the package's file lies.
  String of(String path, String packageName) {
    Diversion diversion = byPath.get(path);
    return diversion == null || diversion.by().equals(packageName) ? path : diversion.to();
  }
}
