package dev.assay.inventory.tree;

import dev.assay.inventory.tree.FileEntry.Kind;
import dev.assay.model.NotEvaluated.Reason;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Files in memory; some of them vanish after they were listed, some cannot be read.
public final class FakeTree implements FileTree {
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Set<String> vanishing = new HashSet<>();
  private final Set<String> unreadable = new HashSet<>();

  public FakeTree with(String path, String content) {
    return with(path, content.getBytes(StandardCharsets.UTF_8));
  }

  public FakeTree with(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  /// A file that is listed but gone when it is opened.
  public FakeTree withVanishing(String path) {
    vanishing.add(path);
    return with(path, "");
  }

  /// A file or directory that exists and may not be read.
  public FakeTree withUnreadable(String path) {
    unreadable.add(path);
    return with(path, "");
  }

  @Override
  public Lookup<FileEntry> stat(String path) {
    byte[] content = files.get(path);
    if (content == null) {
      return list(path).map(names -> new FileEntry(Kind.DIRECTORY, 0, 0755, Instant.EPOCH, null));
    }
    return new Lookup.Found<>(
        new FileEntry(Kind.REGULAR, content.length, 0644, Instant.EPOCH, null));
  }

  @Override
  public Lookup<FileEntry> lstat(String path) {
    return stat(path);
  }

  @Override
  public Lookup<String> resolve(String path) {
    return stat(path).map(entry -> path);
  }

  @Override
  public Lookup<List<String>> list(String path) {
    if (unreadable.contains(path)) {
      return denied(path);
    }
    String prefix = path + "/";
    List<String> names =
        files.keySet().stream()
            .filter(file -> file.startsWith(prefix))
            .map(file -> file.substring(prefix.length()).split("/")[0])
            .distinct()
            .toList();
    return names.isEmpty() ? new Lookup.Absent<>() : new Lookup.Found<>(names);
  }

  @Override
  public Lookup<InputStream> open(String path, long limit) {
    byte[] content = files.get(path);
    if (unreadable.contains(path)) {
      return denied(path);
    }
    if (content == null || vanishing.contains(path)) {
      return new Lookup.Absent<>();
    }
    return new Lookup.Found<>(new BoundedInputStream(new ByteArrayInputStream(content), limit));
  }

  @Override
  public Optional<Path> localFile(String path) {
    return Optional.empty();
  }

  private static <T> Lookup<T> denied(String path) {
    return new Lookup.Unreadable<>(path, Reason.UNREADABLE, "Permission denied.");
  }
}
