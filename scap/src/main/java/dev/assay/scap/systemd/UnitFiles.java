package dev.assay.scap.systemd;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The unit files of a host (systemd.unit, "Unit file load path"): of files of one name that in
/// the directory of higher priority counts, and so of drop-ins.
public final class UnitFiles {
  /// The highest priority first.
  private static final List<String> PATH =
      List.of(
          "/etc/systemd/system",
          "/run/systemd/system",
          "/run/systemd/generator",
          "/usr/local/lib/systemd/system",
          "/usr/lib/systemd/system",
          "/lib/systemd/system");
  private static final Set<String> KINDS =
      Set.of(
          "service",
          "socket",
          "target",
          "timer",
          "path",
          "mount",
          "automount",
          "swap",
          "slice",
          "scope",
          "device");
  private static final List<String> NEEDS =
      List.of("Wants", "Requires", "BindsTo", "Requisite", "Upholds");

  private final Host host;
  private final Map<String, List<String>> names = new LinkedHashMap<>();
  private final Map<String, Unit> units = new HashMap<>();
  private final List<String> gaps = new ArrayList<>();

  private UnitFiles(Host host) {
    this.host = host;
  }

  /// Lists the unit files of a host; each is read when it is asked for.
  public static UnitFiles of(Host host) {
    UnitFiles files = new UnitFiles(host);
    Set<String> seen = new LinkedHashSet<>();
    for (String directory : PATH) {
      // Where /lib is a link to /usr/lib they are one directory.
      if (host.resolve(directory) instanceof Reading.Read<String>(String real) && seen.add(real)) {
        switch (host.names(directory)) {
          case Reading.Read<List<String>>(List<String> found) -> files.names.put(directory, found);
          case Reading.Absent<List<String>> absent -> {}
          case Reading.Unreadable<List<String>>(String why) ->
              files.gaps.add(directory + ": " + why);
        }
      }
    }
    return files;
  }

  /// Whether the host has systemd at all.
  public boolean isThere() {
    return !names.isEmpty();
  }

  /// Directories of unit files that could not be read, each with the reason.
  public List<String> gaps() {
    return List.copyOf(gaps);
  }

  /// The names of all units that have a file of their own, templates excepted.
  public Set<String> all() {
    Set<String> all = new TreeSet<>();
    names
        .values()
        .forEach(
            found ->
                found.stream()
                    .filter(name -> KINDS.contains(kind(name)) && !name.contains("@."))
                    .forEach(all::add));
    return all;
  }

  /// The unit of this name; an alias has the settings of what it stands for.
  public Unit unit(String name) {
    Unit known = units.get(name);
    if (known == null) {
      known = read(name);
      units.put(name, known);
    }
    return known;
  }

  /// The unit that a name stands for in the end, which is itself where it is no alias.
  public String target(String name) {
    String file = unit(name).file();
    return host.resolve(file) instanceof Reading.Read<String>(String real) && unit(name).alias()
        ? real.substring(real.lastIndexOf('/') + 1)
        : name;
  }

  /// Whether a link in the configuration of the administrator enables a unit.
  public boolean isEnabled(String name) {
    for (String directory : List.of("/etc/systemd/system", "/run/systemd/system")) {
      for (String entry : names.getOrDefault(directory, List.of())) {
        boolean needs = entry.endsWith(".wants") || entry.endsWith(".requires");
        if (needs && linkNames(directory + "/" + entry).contains(name)) {
          return true;
        }
        if (!entry.equals(name)
            && KINDS.contains(kind(entry))
            && pointsTo(directory, entry, name)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean pointsTo(String directory, String entry, String name) {
    return host.file(directory + "/" + entry) instanceof Reading.Read<HostFile>(HostFile link)
        && link.type() == HostFile.Type.SYMLINK
        && link.target().substring(link.target().lastIndexOf('/') + 1).equals(name);
  }

  private Unit read(String name) {
    String template = template(name);
    String file = fileOf(name);
    if (file.isEmpty() && !template.isEmpty()) {
      file = fileOf(template);
    }
    Map<String, List<String>> settings = new LinkedHashMap<>();
    boolean masked = !file.isEmpty() && isMasked(file);
    if (!file.isEmpty() && !masked) {
      UnitText.read(text(file), settings);
      dropIns(name, template).forEach(dropIn -> UnitText.read(text(dropIn), settings));
    }
    return new Unit(name, file, masked, isLink(file) && !masked, settings, needs(name, settings));
  }

  private Set<String> needs(String name, Map<String, List<String>> settings) {
    Set<String> needs = new LinkedHashSet<>();
    for (String key : NEEDS) {
      settings
          .getOrDefault("Unit." + key, List.of())
          .forEach(line -> needs.addAll(List.of(line.split("\\s+"))));
    }
    for (String directory : names.keySet()) {
      for (String suffix : List.of(".wants", ".requires")) {
        if (names.getOrDefault(directory, List.of()).contains(name + suffix)) {
          needs.addAll(linkNames(directory + "/" + name + suffix));
        }
      }
    }
    return needs;
  }

  private String fileOf(String name) {
    for (Map.Entry<String, List<String>> directory : names.entrySet()) {
      if (directory.getValue().contains(name)) {
        return directory.getKey() + "/" + name;
      }
    }
    return "";
  }

  /// The drop-ins of a unit, ordered by their own names whatever directory they are in.
  private List<String> dropIns(String name, String template) {
    Map<String, String> byName = new java.util.TreeMap<>();
    for (String directory : names.keySet()) {
      for (String owner : List.of(name + ".d", template + ".d", kind(name) + ".d")) {
        if (names.getOrDefault(directory, List.of()).contains(owner)) {
          linkNames(directory + "/" + owner).stream()
              .filter(each -> each.endsWith(".conf"))
              .forEach(each -> byName.putIfAbsent(each, directory + "/" + owner + "/" + each));
        }
      }
    }
    return List.copyOf(byName.values());
  }

  private List<String> linkNames(String directory) {
    return host.names(directory) instanceof Reading.Read<List<String>>(List<String> found)
        ? found
        : List.of();
  }

  private boolean isLink(String file) {
    return host.file(file) instanceof Reading.Read<HostFile>(HostFile found)
        && found.type() == HostFile.Type.SYMLINK;
  }

  private boolean isMasked(String file) {
    if (!(host.file(file) instanceof Reading.Read<HostFile>(HostFile found))) {
      return false;
    }
    return found.type() == HostFile.Type.SYMLINK
        ? found.target().equals("/dev/null")
        : found.size() == 0;
  }

  private String text(String file) {
    return host.content(file) instanceof Reading.Read<byte[]>(byte[] bytes)
        ? new String(bytes, StandardCharsets.UTF_8)
        : "";
  }

  private static String kind(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /// `getty@.service` of `getty@tty1.service`; otherwise empty.
  private static String template(String name) {
    int at = name.indexOf('@');
    int dot = name.lastIndexOf('.');
    return at > 0 && at < dot - 1 ? name.substring(0, at + 1) + name.substring(dot) : "";
  }
}
