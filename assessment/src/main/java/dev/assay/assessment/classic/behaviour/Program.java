package dev.assay.assessment.classic.behaviour;

import dev.assay.model.runtime.ProgramFile.OwningPackage;
import org.jspecify.annotations.Nullable;

/// What a process runs.
///
/// @param name the process' own, short one; empty where no process could be seen
/// @param executable null where it could not be seen
/// @param owner the executable's package; null where none is known
record Program(String name, @Nullable String executable, @Nullable OwningPackage owner) {
  static final Program UNSEEN = new Program("", null, null);

  /// For a sentence: `in.telnetd (/usr/sbin/in.telnetd of inetutils-telnetd 2:2.5-3)`.
  String words() {
    if (name.isEmpty()) {
      return "a process that could not be seen";
    }
    if (executable == null) {
      return name;
    }
    return name + " (" + file() + ")";
  }

  /// For a sentence: `/usr/sbin/in.telnetd of inetutils-telnetd 2:2.5-3`.
  String file() {
    return executable + (owner == null ? "" : " of " + owner(owner));
  }

  private static String owner(OwningPackage owner) {
    return (owner.name() + " " + owner.version()).strip();
  }
}
