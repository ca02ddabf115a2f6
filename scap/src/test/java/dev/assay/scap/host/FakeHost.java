package dev.assay.scap.host;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// A host whose files are named in a test.
public final class FakeHost implements Host {
  private final NavigableMap<String, byte[]> files = new TreeMap<>();
  private final Map<String, String> links = new HashMap<>();
  private final Map<String, byte[]> attributes = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private boolean running;

  /// Adds a file of mode 644.
  public FakeHost file(String path, String content) {
    files.put(path, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /// Adds a link.
  public FakeHost link(String path, String target) {
    links.put(path, target);
    return file(path, "");
  }

  /// Gives a file an extended attribute.
  public FakeHost attribute(String path, String name, byte[] value) {
    attributes.put(path + "\0" + name, value);
    return this;
  }

  /// Makes it a running host whose systemd has a unit in a state.
  public FakeHost unit(String name, String state) {
    running = true;
    units.put(name, state);
    return this;
  }

  /// Makes it a running host.
  public FakeHost runs() {
    running = true;
    return this;
  }

  @Override
  public Reading<HostFile> file(String path) {
    if (links.containsKey(path)) {
      return new Reading.Read<>(metadata(HostFile.Type.SYMLINK, 0, links.getOrDefault(path, "")));
    }
    byte[] content = files.get(path);
    if (content != null) {
      return new Reading.Read<>(metadata(HostFile.Type.REGULAR, content.length, ""));
    }
    return isDirectory(path)
        ? new Reading.Read<>(metadata(HostFile.Type.DIRECTORY, 0, ""))
        : new Reading.Absent<>();
  }

  private static HostFile metadata(HostFile.Type type, long size, String target) {
    return new HostFile(type, 0644, 0, 0, size, 1, 0, 0, 0, target, 0);
  }

  private boolean isDirectory(String path) {
    String below = path.equals("/") ? "/" : path + "/";
    String next = files.ceilingKey(below);
    return next != null && next.startsWith(below);
  }

  @Override
  public Reading<List<String>> names(String directory) {
    if (!isDirectory(directory)) {
      return new Reading.Absent<>();
    }
    String below = directory.equals("/") ? "/" : directory + "/";
    TreeSet<String> names = new TreeSet<>();
    files.tailMap(below, true).keySet().stream()
        .takeWhile(path -> path.startsWith(below))
        .forEach(path -> names.add(path.substring(below.length()).split("/", 2)[0]));
    return new Reading.Read<>(List.copyOf(names));
  }

  @Override
  public Reading<byte[]> content(String path) {
    byte[] content = files.get(links.getOrDefault(path, path));
    return content == null ? new Reading.Absent<>() : new Reading.Read<>(content.clone());
  }

  @Override
  public Reading<String> resolve(String path) {
    String real = links.getOrDefault(path, path);
    return files.containsKey(real) || isDirectory(real)
        ? new Reading.Read<>(real)
        : new Reading.Absent<>();
  }

  @Override
  public Reading<byte[]> attribute(String path, String name) {
    byte[] value = attributes.get(path + "\0" + name);
    return value == null ? new Reading.Absent<>() : new Reading.Read<>(value.clone());
  }

  @Override
  public Reading<List<DebPackage>> debs() {
    return new Reading.Absent<>();
  }

  @Override
  public Reading<List<RpmPackage>> rpms() {
    return new Reading.Absent<>();
  }

  @Override
  public Reading<List<RpmFile>> rpmFiles(Predicate<RpmPackage> of, Predicate<String> at) {
    return new Reading.Absent<>();
  }

  @Override
  public Reading<Map<String, String>> unitStates() {
    return units.isEmpty() ? new Reading.Absent<>() : new Reading.Read<>(Map.copyOf(units));
  }

  @Override
  public long time() {
    return 1_800_000_000L;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
