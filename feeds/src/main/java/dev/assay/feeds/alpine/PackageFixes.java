package dev.assay.feeds.alpine;

import dev.assay.model.AffectedPackage;
import dev.assay.model.Ecosystem;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import dev.assay.version.ApkVersion;
import dev.assay.version.InvalidVersionException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The versions in which one package fixed one vulnerability.
///
/// There may be several (251 times in the documents of 2025): a first fix that was incomplete or
/// was lost in an update, and the next. A document is about one branch, so the earlier one is
/// none for it: the vulnerability is fixed in the highest. Where a version is one that apk itself
/// cannot read, each remains a range of its own, which comes to the same. `0` says that the
/// package was never vulnerable; beside a real version it yields to it.
final class PackageFixes {
  private static final String NEVER_VULNERABLE = "0";

  private final Set<String> versions = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();

  void add(String version, @Nullable String note) {
    versions.add(version);
    if (note != null) {
      notes.add(note);
    }
  }

  AffectedPackage statement(Ecosystem ecosystem, String repository, String name) {
    List<String> fixed = versions.stream().filter(v -> !v.equals(NEVER_VULNERABLE)).toList();
    return new AffectedPackage(
        ecosystem,
        repository,
        name,
        AffectedPackage.Naming.SOURCE,
        fixed.isEmpty() ? VendorStatus.NOT_AFFECTED : VendorStatus.FIXED,
        ranges(fixed),
        null,
        null,
        notes.isEmpty() ? null : String.join(", ", notes));
  }

  private static List<VersionRange> ranges(List<String> fixed) {
    if (fixed.size() > 1) {
      Optional<String> highest = highest(fixed);
      if (highest.isPresent()) {
        return List.of(VersionRange.before(highest.get()));
      }
    }
    return fixed.stream().map(VersionRange::before).toList();
  }

  private static Optional<String> highest(List<String> versions) {
    try {
      return versions.stream()
          .map(ApkVersion::parse)
          .max(Comparator.naturalOrder())
          .map(ApkVersion::text);
    } catch (InvalidVersionException unreadable) {
      return Optional.empty();
    }
  }
}
