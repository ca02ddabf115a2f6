package dev.assay.feeds.osv;

import dev.assay.feeds.json.JsonValue;
import dev.assay.model.AffectedPackage;
import dev.assay.model.AffectedPackage.Naming;
import dev.assay.model.Ecosystem;
import dev.assay.model.PackageType;
import java.util.List;

/// Alpine: source packages, `Alpine:v3.20`. It does not say which repository a package is in.
final class AlpineOsv implements OsvDialect {
  @Override
  public List<AffectedPackage> statements(OsvDocument document, JsonValue affected) {
    OsvRanges versions = OsvRanges.of(affected, PackageType.APK);
    JsonValue named = affected.member("package");
    JsonValue ecosystem = named.member("ecosystem");
    String release = ecosystem.text().substring("Alpine".length()).replaceFirst("^:v?", "");
    if (release.isEmpty()) {
      throw ecosystem.malformed("names no release");
    }
    return List.of(
        new AffectedPackage(
            new Ecosystem("alpine", release),
            "",
            named.text("name"),
            Naming.SOURCE,
            versions.status(),
            versions.ranges(),
            null,
            null,
            null));
  }

  @Override
  public String scorer() {
    return "NVD";
  }

  @Override
  public OwnPage page(OsvDocument document) {
    return new OwnPage(
        "https://security.alpinelinux.org/vuln/" + document.plainId(), "security.alpinelinux.org");
  }
}
