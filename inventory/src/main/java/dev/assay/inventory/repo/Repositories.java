package dev.assay.inventory.repo;

import dev.assay.inventory.tree.FileTree;
import dev.assay.model.NotEvaluated;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Which package repositories are enabled.
public final class Repositories {
  private static final List<String> YUM_PLACES =
      List.of("etc/yum.repos.d", "etc/yum/repos.d", "etc/distro.repos.d", "etc/zypp/repos.d");
  private static final String AMAZON_EXTRA = "amzn2extra-";

  private Repositories() {}

  /// Ids of yum, dnf and zypper (Amazon's extras also as `extras:TOPIC`), branches of Alpine
  /// (`main`, `community`); empty where no repository file exists.
  public static Optional<Set<String>> read(FileTree tree, Consumer<NotEvaluated> gaps) {
    List<String> yum = new ArrayList<>();
    for (String place : YUM_PLACES) {
      yum.addAll(ConfigurationFiles.readAll(tree, place, ".repo", gaps));
    }
    List<String> apk = ConfigurationFiles.readAll(tree, "etc/apk/repositories.d", ".list", gaps);
    Optional<String> apkFile = ConfigurationFiles.read(tree, "etc/apk/repositories", gaps);
    if (yum.isEmpty() && apk.isEmpty() && apkFile.isEmpty()) {
      return Optional.empty();
    }
    Set<String> enabled = new TreeSet<>();
    yum.forEach(content -> addYum(content, enabled));
    apk.forEach(content -> addApk(content, enabled));
    apkFile.ifPresent(content -> addApk(content, enabled));
    return Optional.of(enabled);
  }

  private static void addYum(String content, Set<String> enabled) {
    for (Map.Entry<String, Map<String, String>> section : IniFile.parse(content).entrySet()) {
      String id = section.getKey();
      if (isOn(section.getValue().getOrDefault("enabled", "1"))) {
        enabled.add(id);
        if (id.startsWith(AMAZON_EXTRA) && !isCompanion(id)) {
          enabled.add("extras:" + id.substring(AMAZON_EXTRA.length()));
        }
      }
    }
  }

  private static boolean isOn(String value) {
    return Set.of("1", "yes", "true", "on").contains(value.toLowerCase(Locale.ROOT));
  }

  private static boolean isCompanion(String id) {
    return id.endsWith("-source") || id.endsWith("-debuginfo");
  }

  /// `https://host/alpine/v3.20/main`, perhaps after a tag, `@edge`.
  private static void addApk(String content, Set<String> enabled) {
    for (String line : (Iterable<String>) content.lines()::iterator) {
      String place = line.strip();
      if (place.startsWith("@")) {
        int blank = place.indexOf(' ');
        place = blank < 0 ? "" : place.substring(blank).strip();
      }
      while (place.endsWith("/")) {
        place = place.substring(0, place.length() - 1);
      }
      int slash = place.lastIndexOf('/');
      if (!place.startsWith("#") && slash >= 0) {
        enabled.add(place.substring(slash + 1));
      }
    }
  }
}
