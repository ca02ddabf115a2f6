package dev.assay.inventory.dpkg;

import dev.assay.model.OperatingSystem;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The Origins of a distribution's own repositories, as their Release files state them.
///
/// @param names in lower case
record DistributionOrigins(Set<String> names) {

  /// Those of the operating system and of the systems it derives from.
  static DistributionOrigins of(@Nullable OperatingSystem os) {
    Set<String> names = new HashSet<>(Set.of("debian", "ubuntu"));
    if (os != null) {
      names.add(os.id());
      names.addAll(os.idLike());
    }
    return new DistributionOrigins(names);
  }

  /// `Debian`, `Debian Backports`, `Ubuntu`, `UbuntuESMApps`, but not
  /// `LP-PPA-ubuntu-toolchain-r`.
  boolean contains(String origin) {
    String lower = origin.toLowerCase(Locale.ROOT);
    return names.contains(lower)
        || lower.equals("debian backports")
        || lower.startsWith("ubuntuesm")
        || lower.startsWith("ubuntufips");
  }
}
