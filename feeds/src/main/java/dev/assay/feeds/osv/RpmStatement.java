package dev.assay.feeds.osv;

import dev.assay.feeds.json.JsonValue;
import dev.assay.model.AffectedPackage;
import dev.assay.model.AffectedPackage.Naming;
import dev.assay.model.Ecosystem;
import dev.assay.model.VersionRange;

/// Builds the statement of an rpm erratum: binary packages, and the module from the title.
final class RpmStatement {
  private RpmStatement() {}

  static AffectedPackage of(
      OsvDocument document,
      JsonValue affected,
      OsvRanges versions,
      Ecosystem ecosystem,
      String repository) {
    return new AffectedPackage(
        ecosystem,
        repository,
        affected.member("package").text("name"),
        Naming.BINARY,
        versions.status(),
        versions.ranges(),
        null,
        ErratumTitle.module(document.summary(), fixed(versions)),
        null);
  }

  /// The first fixed version, empty where there is none.
  static String fixed(OsvRanges versions) {
    for (VersionRange range : versions.ranges()) {
      if (range.fixed() != null) {
        return range.fixed();
      }
    }
    return "";
  }
}
