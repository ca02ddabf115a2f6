package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `sysctl_object` on a host that is not running: what its configuration sets (sysctl.d). Of a
/// parameter that nothing sets the kernel's default is not known here.
final class ConfiguredSysctlCollector implements ObjectCollector {
  private static final String NOTE =
      "Judged by configuration, as the host is not running: what sysctl.d and sysctl.conf set.";
  private static final String UNSET =
      "The host is not running, and its configuration does not set ";

  /// The highest priority first: of files of one name the first counts.
  private static final List<String> DIRECTORIES =
      List.of(
          "/etc/sysctl.d",
          "/run/sysctl.d",
          "/usr/local/lib/sysctl.d",
          "/usr/lib/sysctl.d",
          "/lib/sysctl.d");

  private final Host host;
  private @Nullable Map<String, String> settings;

  ConfiguredSysctlCollector(Host host) {
    this.host = host;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    Map<String, String> known = settings();
    Optional<List<String>> exact = request.exact("name");
    List<Item> items = new ArrayList<>();
    known.forEach(
        (name, value) -> {
          if (request.accepts("name", name)) {
            items.add(Item.draft("sysctl").text("name", name).text("value", value).exists());
          }
        });
    if (exact.isEmpty()) {
      return new Collected(Flag.INCOMPLETE, items, NOTE + " Others have defaults.");
    }
    List<String> unset = exact.get().stream().filter(name -> !known.containsKey(name)).toList();
    return unset.isEmpty()
        ? new Collected(Flag.COMPLETE, items, NOTE)
        : new Collected(
            items.isEmpty() ? Flag.NOT_COLLECTED : Flag.INCOMPLETE,
            items,
            UNSET + String.join(", ", unset) + ".");
  }

  private Map<String, String> settings() {
    Map<String, String> known = settings;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (String file : files()) {
        read(file, known);
      }
      settings = known;
    }
    return known;
  }

  /// In the order in which they are applied: by their own names, sysctl.conf last.
  private List<String> files() {
    Map<String, String> byName = new TreeMap<>();
    for (String directory : DIRECTORIES) {
      if (host.names(directory) instanceof Reading.Read<List<String>>(List<String> names)) {
        names.stream()
            .filter(name -> name.endsWith(".conf"))
            .forEach(name -> byName.putIfAbsent(name, directory + "/" + name));
      }
    }
    List<String> files = new ArrayList<>(byName.values());
    files.add("/etc/sysctl.conf");
    return files;
  }

  private void read(String file, Map<String, String> into) {
    if (!(host.content(file) instanceof Reading.Read<byte[]>(byte[] bytes))) {
      return;
    }
    for (String raw : TextFileContentCollector.decode(bytes).split("\n")) {
      String line = raw.strip();
      int equals = line.indexOf('=');
      if (equals < 1 || line.startsWith("#") || line.startsWith(";")) {
        continue;
      }
      String key = line.substring(0, equals).strip().replaceFirst("^-", "").strip();
      int slash = key.indexOf('/');
      int dot = key.indexOf('.');
      // Whichever separator comes first is the separator; the other then stands for itself.
      boolean slashes = slash >= 0 && (dot < 0 || slash < dot);
      into.put(slashes ? SysctlCollector.swapped(key) : key, line.substring(equals + 1).strip());
    }
  }
}
