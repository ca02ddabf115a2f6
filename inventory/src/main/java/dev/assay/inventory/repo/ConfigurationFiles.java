package dev.assay.inventory.repo;

import dev.assay.inventory.tree.FileTree;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the small text files of a configuration directory.
final class ConfigurationFiles {
  private static final int LIMIT = 1 << 20;
  private static final int MOST_FILES = 1_000;

  private ConfigurationFiles() {}

  static Optional<String> read(FileTree tree, String path, Consumer<NotEvaluated> gaps) {
    return tree.read(path, LIMIT)
        .orReport(Gap.PART, gaps)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /// The contents of the directory's files with that suffix, in the order of their names.
  static List<String> readAll(
      FileTree tree, String directory, String suffix, Consumer<NotEvaluated> gaps) {
    List<String> contents = new ArrayList<>();
    for (String name : tree.list(directory).orReport(Gap.PART, gaps).orElse(List.of())) {
      if (name.endsWith(suffix) && contents.size() < MOST_FILES) {
        read(tree, directory + "/" + name, gaps).ifPresent(contents::add);
      }
    }
    return contents;
  }
}
