package dev.assay.agentless.live;

import dev.assay.inventory.tree.FileEntry;
import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.Lookup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A machine's files, in which dpkg's lists have only the lines of certain paths: one question
/// instead of several for each of a thousand packages.
final class AskedOwners implements FileTree {
  private static final String INFO = "var/lib/dpkg/info";
  private static final String DIVERSIONS = "var/lib/dpkg/diversions";
  private static final String LIST = ".list";
  private static final int LARGEST = 1 << 20;

  private final FileTree whole;
  private final SortedMap<String, StringBuilder> lists;

  private AskedOwners(FileTree whole, SortedMap<String, StringBuilder> lists) {
    this.whole = whole;
    this.lists = lists;
  }

  /// The tree itself, if there is no dpkg or it cannot be asked so.
  ///
  /// @param paths of the files whose owners are wanted, one character for each byte
  static FileTree of(FileTree whole, Asking asking, Set<String> paths) throws IOException {
    if (!whole.stat(INFO).found()) {
      return whole;
    }
    SortedMap<String, StringBuilder> lists = new TreeMap<>();
    Set<String> named = named(whole, paths);
    for (String line : asking.ask(Question.OWNERS, lines(named)).output().split("\n")) {
      int end = line.indexOf(LIST + ":");
      if (line.startsWith("/" + INFO + "/") && end > 0) {
        lists
            .computeIfAbsent(line.substring(1, end + LIST.length()), any -> new StringBuilder())
            .append(line.substring(end + LIST.length() + 1))
            .append('\n');
      }
    }
    return lists.isEmpty() ? whole : new AskedOwners(whole, lists);
  }

  /// Under every name that dpkg may know them by: of before `/bin` became `/usr/bin`, and of before
  /// they were diverted.
  private static Set<String> named(FileTree whole, Set<String> paths) {
    Set<String> named = new LinkedHashSet<>();
    for (String path : paths) {
      named.add(path);
      named.add(path.startsWith("/usr/") ? path.substring("/usr".length()) : "/usr" + path);
    }
    if (whole.read(DIVERSIONS, LARGEST) instanceof Lookup.Found<byte[]>(byte[] diversions)) {
      new String(diversions, StandardCharsets.ISO_8859_1)
          .lines()
          .filter(line -> line.startsWith("/"))
          .forEach(named::add);
    }
    return named;
  }

  private static String lines(Set<String> paths) {
    StringBuilder lines = new StringBuilder();
    paths.stream()
        .filter(path -> path.indexOf('\n') < 0)
        .forEach(path -> lines.append(path).append('\n'));
    return lines.toString();
  }

  @Override
  public Lookup<List<String>> list(String path) {
    return path.equals(INFO)
        ? new Lookup.Found<>(
            lists.keySet().stream().map(list -> list.substring(INFO.length() + 1)).toList())
        : whole.list(path);
  }

  @Override
  public Lookup<InputStream> open(String path, long limit) {
    StringBuilder list = lists.get(path);
    return list == null
        ? whole.open(path, limit)
        : new Lookup.Found<>(
            new ByteArrayInputStream(list.toString().getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Override
  public Lookup<FileEntry> stat(String path) {
    return whole.stat(path);
  }

  @Override
  public Lookup<FileEntry> lstat(String path) {
    return whole.lstat(path);
  }

  @Override
  public Lookup<String> resolve(String path) {
    return whole.resolve(path);
  }

  @Override
  public Optional<Path> localFile(String path) {
    return whole.localFile(path);
  }
}
