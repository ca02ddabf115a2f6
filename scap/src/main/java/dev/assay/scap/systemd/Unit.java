package dev.assay.scap.systemd;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A unit as its files describe it, drop-ins included.
///
/// @param file the path of its unit file; empty of a unit that only drop-ins or links name
/// @param masked whether its file is a link to `/dev/null`, or empty
/// @param alias whether its file is a link to another unit's
/// @param settings the values of `Section.Key`, in order; an empty assignment drops those before
/// @param needs what it wants or requires, by its files and by links in `.wants` and `.requires`
public record Unit(
    String name,
    String file,
    boolean masked,
    boolean alias,
    Map<String, List<String>> settings,
    Set<String> needs) {
  public Unit {
    settings = Map.copyOf(settings);
  }

  /// The values of a setting such as `Service.Type`.
  public List<String> values(String key) {
    return settings.getOrDefault(key, List.of());
  }

  /// `LoadState` as `systemctl show` has it.
  public String loadState() {
    return masked ? "masked" : file.isEmpty() ? "not-found" : "loaded";
  }

  /// Whether it says how it is to be enabled.
  public boolean isInstallable() {
    return settings.keySet().stream().anyMatch(key -> key.startsWith("Install."));
  }
}
