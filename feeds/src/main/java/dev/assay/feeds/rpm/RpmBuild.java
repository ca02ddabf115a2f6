package dev.assay.feeds.rpm;

import dev.assay.feeds.MalformedRecordException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A binary package as an erratum lists it.
///
/// @param version `[epoch:]version-release`, without an epoch of 0
/// @param architecture as the feed names it; `src` for a source package
public record RpmBuild(String name, String version, String architecture) {
  private static final Pattern FILE =
      Pattern.compile("([^/:]+)-(?:(\\d+):)?([^-/:]+)-([^-/:]+)\\.([A-Za-z0-9_]+)\\.rpm");

  private static final int LONGEST = 1000;

  /// Reads a file name with an epoch in it, `python2-babel-0:2.5.1-9.el8.noarch.rpm`.
  ///
  /// @throws MalformedRecordException where it is none, quoting it
  public static RpmBuild parse(String fileName) {
    Matcher file = FILE.matcher(fileName);
    if (fileName.length() > LONGEST || !file.matches()) {
      throw new MalformedRecordException(
          "Not a package's file name (name-epoch:version-release.arch.rpm): \""
              + fileName.substring(0, Math.min(fileName.length(), LONGEST))
              + "\"");
    }
    String epoch = file.group(2) == null ? "" : file.group(2);
    return of(file.group(1), epoch, file.group(3), file.group(4), file.group(5));
  }

  /// Puts the parts together.
  ///
  /// @throws MalformedRecordException where a part is missing or has a character it cannot have
  public static RpmBuild of(
      String name, String epoch, String version, String release, String architecture) {
    if (name.isBlank() || isNoPart(version) || isNoPart(release)) {
      throw new MalformedRecordException(
          "Not a package: name \"%s\", version \"%s\", release \"%s\""
              .formatted(name, version, release));
    }
    boolean numbered = !epoch.isEmpty() && !epoch.equals("(none)");
    if (numbered && !epoch.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new MalformedRecordException("Not an epoch of " + name + ": \"" + epoch + "\"");
    }
    String significant = numbered ? epoch.replaceFirst("^0+", "") : "";
    String prefix = significant.isEmpty() ? "" : significant + ":";
    return new RpmBuild(name, prefix + version + "-" + release, architecture);
  }

  public boolean isSource() {
    return architecture.equals("src") || architecture.equals("nosrc");
  }

  /// Whether it was built in an RPM module: its release says so (`.module+el8`, `.module_el8`).
  public boolean isModular() {
    return version.contains(".module+") || version.contains(".module_el");
  }

  private static boolean isNoPart(String part) {
    return part.isBlank() || part.indexOf('-') >= 0 || part.indexOf(':') >= 0;
  }
}
