package dev.assay.feeds.rpm;

import dev.assay.model.VersionRange;
import dev.assay.version.InvalidVersionException;
import dev.assay.version.RpmVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The versions below which a package is vulnerable, where an erratum lists several builds of it.
///
/// # Rebuilds
/// The same version and release built again for a later minor release
/// (`7.module+el8.4.0+403+9ae17a31`, `7.module+el8.5.0+706+735ec4b3`; `3.el8_4.1`, `3.el8_5.1`)
/// holds the same fix: the lowest decides, else a host with the first build would be told to fix
/// what is fixed.
///
/// # Anything else
/// Different releases (one for each architecture, a first and a second attempt) do not show which
/// of them has the whole fix: the highest decides. Where a version is one that rpm cannot read,
/// each remains a range of its own.
public final class FixingBuilds {
  /// The part of a release that tells of the distribution's minor release and of the module's
  /// build; what follows it (`.1`) counts again.
  private static final Pattern BUILT_FOR =
      Pattern.compile(
          "\\.(?:el(\\d+)(?:_\\d+)?|module[+_]el(\\d+)\\.\\d+\\.\\d+\\+\\d+\\+[0-9a-f]+)");

  private FixingBuilds() {}

  /// The ranges that are vulnerable, none where there are no versions.
  public static List<VersionRange> ranges(Collection<String> versions) {
    List<String> distinct = versions.stream().distinct().toList();
    if (distinct.size() < 2) {
      return distinct.stream().map(VersionRange::before).toList();
    }
    Map<String, List<String>> rebuilds = new HashMap<>();
    for (String version : distinct) {
      rebuilds.computeIfAbsent(withoutBuild(version), key -> new ArrayList<>()).add(version);
    }
    try {
      List<String> firstBuilds =
          rebuilds.values().stream()
              .map(same -> choose(same, BinaryOperator.minBy(Comparator.naturalOrder())))
              .flatMap(Optional::stream)
              .toList();
      return choose(firstBuilds, BinaryOperator.maxBy(Comparator.naturalOrder())).stream()
          .map(VersionRange::before)
          .toList();
    } catch (InvalidVersionException unreadable) {
      return distinct.stream().map(VersionRange::before).toList();
    }
  }

  private static Optional<String> choose(List<String> versions, BinaryOperator<RpmVersion> better) {
    return versions.stream().map(RpmVersion::parse).reduce(better).map(RpmVersion::text);
  }

  private static String withoutBuild(String version) {
    Matcher built = BUILT_FOR.matcher(version);
    return built.find() ? built.replaceFirst(".el$1$2") : version;
  }
}
