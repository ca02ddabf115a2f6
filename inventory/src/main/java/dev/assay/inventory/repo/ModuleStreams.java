package dev.assay.inventory.repo;

import dev.assay.inventory.tree.FileTree;
import dev.assay.model.NotEvaluated;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// RPM module streams that are enabled, as dnf keeps them.
public final class ModuleStreams {
  private ModuleStreams() {}

  /// `nodejs:18`.
  public static Set<String> read(FileTree tree, Consumer<NotEvaluated> gaps) {
    Set<String> streams = new TreeSet<>();
    for (String content : ConfigurationFiles.readAll(tree, "etc/dnf/modules.d", ".module", gaps)) {
      for (Map.Entry<String, Map<String, String>> section : IniFile.parse(content).entrySet()) {
        Map<String, String> module = section.getValue();
        String stream = module.getOrDefault("stream", "");
        if ("enabled".equals(module.get("state")) && !stream.isEmpty()) {
          streams.add(module.getOrDefault("name", section.getKey()) + ":" + stream);
        }
      }
    }
    return streams;
  }
}
