package dev.assay.feeds.ubuntu;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.model.AffectedPackage;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the tracker's status words and their notes mean.
///
/// # released, not-affected
/// `released (1.2-3)` is a fix in 1.2-3. `not-affected (1.2-3)` says that the release has had the
/// fix since its version 1.2-3, most often because it came with it: whatever is older, such as a
/// package kept from the release before, is not safe. Both are *fixed, before 1.2-3 vulnerable*.
/// `not-affected` with any other note (`code not present`) holds for every version. A fix in a
/// version that is not stated cannot be judged and is rejected.
///
/// # ignored
/// Canonical knows of it and does nothing. Where the note speaks of the end of support, of a
/// release or of a kernel, the package was no longer looked after: out of support, and whatever
/// it `was` before (needed, needs-triage) remains in the note. Where it says `was not-affected`,
/// that judgement stands. All else is a decision not to fix.
final class PackageStatus {
  /// Debian's grammar of a version, without a `1.x` that means several.
  private static final Pattern VERSION =
      Pattern.compile("(?:\\d+:)?\\d[A-Za-z0-9.+~-]*(?:(?<!\\.x)(?<!-))");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private static final Pattern SUPPORT_ENDED =
      Pattern.compile("end[ -]of[ -](?:life|(?:\\w+ )?support)|out of (?:\\w+ )?support");

  private PackageStatus() {}

  /// @throws MalformedRecordException where the status is none, or a fix states no version
  static AffectedPackage statement(Pocket.Archive archive, PackageEntry entry) {
    return switch (entry.status()) {
      case "released" -> released(archive, entry);
      case "not-affected" -> notAffected(archive, entry);
      case "ignored" -> open(archive, entry, ignored(entry.note()));
      case "needed" -> open(archive, entry, VendorStatus.AFFECTED);
      case "needs-triage" -> open(archive, entry, VendorStatus.UNDER_INVESTIGATION);
      case "pending", "in-progress" -> open(archive, entry, VendorStatus.FIX_PENDING);
      case "deferred" -> open(archive, entry, VendorStatus.FIX_DEFERRED);
      default -> throw new MalformedRecordException("unknown status \"" + entry.status() + "\"");
    };
  }

  private static AffectedPackage released(Pocket.Archive archive, PackageEntry entry) {
    String version =
        version(entry.note())
            .orElseThrow(
                () ->
                    new MalformedRecordException(
                        entry.note().isEmpty()
                            ? "released in a version that is not stated"
                            : "released, but \"" + entry.note() + "\" is no version"));
    return fixed(archive, entry, version, null);
  }

  private static AffectedPackage notAffected(Pocket.Archive archive, PackageEntry entry) {
    return version(entry.note())
        .map(version -> fixed(archive, entry, version, "not affected since " + version))
        .orElseGet(() -> open(archive, entry, VendorStatus.NOT_AFFECTED));
  }

  private static VendorStatus ignored(String note) {
    if (note.contains("was not-affected")) {
      return VendorStatus.NOT_AFFECTED;
    }
    return SUPPORT_ENDED.matcher(note).find()
        ? VendorStatus.OUT_OF_SUPPORT
        : VendorStatus.WILL_NOT_FIX;
  }

  private static Optional<String> version(String note) {
    // one released note in forty thousand has a parenthesis too many
    String text = note.startsWith("(") ? note.substring(1) : note;
    return VERSION.matcher(text).matches() && !DAY.matcher(text).matches()
        ? Optional.of(text)
        : Optional.empty();
  }

  private static AffectedPackage fixed(
      Pocket.Archive archive, PackageEntry entry, String version, @Nullable String note) {
    List<VersionRange> ranges = List.of(VersionRange.before(version));
    return of(archive, entry, VendorStatus.FIXED, ranges, note);
  }

  private static AffectedPackage open(
      Pocket.Archive archive, PackageEntry entry, VendorStatus status) {
    String note = entry.note().isEmpty() ? null : entry.note();
    return of(archive, entry, status, List.of(), note);
  }

  private static AffectedPackage of(
      Pocket.Archive archive,
      PackageEntry entry,
      VendorStatus status,
      List<VersionRange> ranges,
      @Nullable String note) {
    return new AffectedPackage(
        archive.release(),
        archive.repository(),
        entry.name(),
        AffectedPackage.Naming.SOURCE,
        status,
        ranges,
        entry.priority(),
        null,
        note);
  }
}
