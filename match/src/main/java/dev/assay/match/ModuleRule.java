package dev.assay.match;

import dev.assay.model.AffectedPackage;
import dev.assay.model.Trace.Step;
import dev.assay.model.VersionRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// RPM modularity: a statement on a module's package holds for packages of the same module and
/// stream only. Where a feed names no stream, the module build in the version
/// (`.module+el8.4.0+557+48ba8b2f`) is all there is: the same context is the same stream, another
/// one decides nothing.
final class ModuleRule {
  private static final Pattern BUILD =
      Pattern.compile("\\.module[_+]el\\d+(?:\\.\\d+)*\\+\\d+\\+([0-9a-f]+)");

  private ModuleRule() {}

  /// What the rule says of a statement.
  sealed interface Answer {
    record Concerns() implements Answer {}

    record OtherModule(Step why) implements Answer {}

    record Undecided(Step why) implements Answer {}
  }

  static Answer judge(Subject subject, AffectedPackage affected) {
    boolean installedModular = subject.module() != null || isModular(subject.version());
    String fixed = anyVersion(affected);
    boolean statedModular = affected.module() != null || (fixed != null && isModular(fixed));
    if (!installedModular && !statedModular) {
      return new Answer.Concerns();
    }
    if (installedModular != statedModular) {
      return new Answer.OtherModule(
          new Step(
              "module",
              installedModular
                  ? "the installed package is of a module, the advisory is not"
                  : "the advisory is of a module, the installed package is not"));
    }
    if (subject.module() != null && affected.module() != null) {
      return subject.module().equals(affected.module())
          ? new Answer.Concerns()
          : new Answer.OtherModule(
              new Step(
                  "module",
                  "the advisory is for "
                      + affected.module()
                      + ", installed is "
                      + subject.module()));
    }
    return byContext(subject, affected, fixed);
  }

  private static Answer byContext(
      Subject subject, AffectedPackage affected, @Nullable String fixed) {
    Optional<String> installedContext = context(subject.version());
    Optional<String> statedContext = fixed == null ? Optional.empty() : context(fixed);
    if (installedContext.isPresent() && installedContext.equals(statedContext)) {
      return new Answer.Concerns();
    }
    return new Answer.Undecided(
        new Step(
            "module",
            "the module stream of "
                + (affected.module() == null ? "the advisory" : "the installed package")
                + " is not known and the module contexts differ"));
  }

  private static boolean isModular(String version) {
    return version.contains(".module+el") || version.contains(".module_el");
  }

  private static Optional<String> context(String version) {
    Matcher build = BUILD.matcher(version);
    return build.find() ? Optional.of(build.group(1)) : Optional.empty();
  }

  private static @Nullable String anyVersion(AffectedPackage affected) {
    for (VersionRange range : affected.ranges()) {
      if (range.fixed() != null) {
        return range.fixed();
      }
    }
    return null;
  }
}
