package dev.assay.feeds.osv;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the title of an erratum of Red Hat and its kin tells: `Important: nodejs:18 security
/// update`.
final class ErratumTitle {
  private static final Pattern SEVERITY =
      Pattern.compile("(Critical|Important|Moderate|Low): .*", Pattern.CASE_INSENSITIVE);
  private static final Pattern MODULE =
      Pattern.compile("(?<![\\w./:-])([A-Za-z0-9][\\w.+-]*:[A-Za-z0-9][\\w.+-]*)(?![\\w:])");

  /// A module's build in a version: `….module+el8.4.0+557+48ba8b2f`, `….module_el8.…`.
  private static final Pattern MODULE_BUILD = Pattern.compile("\\.module[+_]");

  private ErratumTitle() {}

  static @Nullable String severity(String title) {
    Matcher word = SEVERITY.matcher(title);
    return word.matches() ? word.group(1) : null;
  }

  /// The module and stream that a fixed version belongs to, where the title names exactly one.
  /// Null also for a version outside of modules: titles name versions in the same form
  /// (`kernel:4.18.0 security update`).
  static @Nullable String module(String title, String version) {
    if (!MODULE_BUILD.matcher(version).find()) {
      return null;
    }
    Set<String> modules = new LinkedHashSet<>();
    Matcher module = MODULE.matcher(title);
    while (module.find()) {
      modules.add(module.group(1));
    }
    return modules.size() == 1 ? modules.iterator().next() : null;
  }
}
