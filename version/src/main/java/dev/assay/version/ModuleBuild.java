package dev.assay.version;

import java.util.Optional;
import java.util.regex.Pattern;

/// The build of an RPM module as it is stamped into the release of each of its packages:
/// `2.module+el8.4.0+557+48ba8b2f` (RHEL and most rebuilds) or
/// `1.module_el8.6.0+2876+9ed4eae2` (AlmaLinux, CentOS).
///
/// @param platform the release it was built for, `el8.4.0`
/// @param index the number of the build
/// @param context the hash that tells builds of one stream in different surroundings apart
public record ModuleBuild(String platform, String index, String context) {
  private static final Pattern STAMP =
      Pattern.compile(
          "(?:^|\\.)module[+_](?<platform>[A-Za-z]+[0-9][0-9A-Za-z.]*)"
              + "\\+(?<index>[0-9]+)\\+(?<context>[0-9a-f]+)(?=$|\\.)");

  /// The stamp in a release; empty where it has none.
  static Optional<ModuleBuild> in(String release) {
    if (!release.contains("module")) {
      return Optional.empty();
    }
    var stamp = STAMP.matcher(release);
    return stamp.find()
        ? Optional.of(
            new ModuleBuild(stamp.group("platform"), stamp.group("index"), stamp.group("context")))
        : Optional.empty();
  }
}
