package dev.assay.inventory.dpkg;

import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.PackageState;
import dev.assay.model.PackageType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one stanza of dpkg's database says.
sealed interface DpkgRecord {
  /// The fields that are read.
  List<String> FIELDS =
      List.of("package", "status", "version", "architecture", "source", "maintainer", "origin");

  /// A package that is on the disk, wholly or in part.
  record Installed(InstalledPackage installed) implements DpkgRecord {}

  /// A package that was removed or never installed.
  record Gone(String name, String architecture) implements DpkgRecord {}

  /// A stanza that cannot be used.
  record Rejected(NotEvaluated gap) implements DpkgRecord {}

  /// Reads a stanza.
  ///
  /// @param impliedStatus the status of a stanza without one; null where dpkg requires it
  static DpkgRecord of(Stanza stanza, String evidence, @Nullable DpkgStatus impliedStatus) {
    String name = stanza.field("package");
    if (name == null || !isName(name)) {
      return rejected(stanza, evidence, "the record at line " + stanza.line(), "no valid Package");
    }
    String statusField = stanza.field("status");
    DpkgStatus status =
        statusField == null && impliedStatus != null
            ? impliedStatus
            : DpkgStatus.parse(statusField);
    return switch (status) {
      case DpkgStatus.Gone gone -> new Gone(name, architecture(stanza));
      case DpkgStatus.Unknown unknown ->
          rejected(
              stanza, evidence, name, statusField == null ? "no Status" : "no Status dpkg knows");
      case DpkgStatus.Present present -> installed(stanza, evidence, name, present.state());
    };
  }

  private static DpkgRecord installed(
      Stanza stanza, String evidence, String name, PackageState state) {
    String version = stanza.field("version");
    if (version == null || !isPlain(version)) {
      return rejected(stanza, evidence, name, "no valid Version");
    }
    for (String identifying : List.of("version", "status", "architecture", "source")) {
      if (stanza.repeated().contains(identifying)) {
        return rejected(stanza, evidence, name, "two contradictory fields " + identifying);
      }
    }
    SourcePackage source = SourcePackage.parse(stanza.field("source"), name, version);
    return new Installed(
        new InstalledPackage(
            PackageType.DEB,
            name,
            version,
            architecture(stanza),
            state,
            source.name(),
            source.version(),
            stanza.field("origin"),
            null,
            stanza.field("maintainer"),
            null,
            evidence));
  }

  private static String architecture(Stanza stanza) {
    String architecture = stanza.field("architecture");
    return architecture == null ? "" : architecture;
  }

  private static Rejected rejected(Stanza stanza, String evidence, String what, String has) {
    return new Rejected(
        new NotEvaluated(
            what,
            Reason.UNPARSEABLE,
            "Its record in " + evidence + ", line " + stanza.line() + ", has " + has + ".",
            Gap.PART));
  }

  /// dpkg's rule for names, but for upper case, which it has accepted in the past.
  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!alphanumeric && (i == 0 || "-+._".indexOf(c) < 0)) {
        return false;
      }
    }
    return true;
  }

  /// Whether the text is printable ASCII without blanks, as every version is.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }
}
