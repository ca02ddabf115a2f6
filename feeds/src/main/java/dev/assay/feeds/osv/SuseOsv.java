package dev.assay.feeds.osv;

import dev.assay.feeds.json.JsonValue;
import dev.assay.model.AffectedPackage;
import dev.assay.model.AffectedPackage.Naming;
import dev.assay.model.PackageType;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// SUSE and openSUSE: `package` is the source package, but the binary packages with their own
/// versions are listed beside it, and those are what is installed. Where none are listed the
/// source package stands.
final class SuseOsv implements OsvDialect {
  @Override
  public List<AffectedPackage> statements(OsvDocument document, JsonValue affected) {
    OsvRanges versions = OsvRanges.of(affected, PackageType.RPM);
    JsonValue named = affected.member("package");
    SuseProduct product = SuseProduct.of(named.text("ecosystem"));
    List<AffectedPackage> statements = new ArrayList<>();
    JsonValue specific = affected.optional("ecosystem_specific");
    if (specific != null) {
      for (JsonValue binaries : specific.elements("binaries")) {
        for (Map.Entry<String, JsonValue> binary : binaries.members().entrySet()) {
          if (binary.getKey().isBlank() || binary.getValue().text().isBlank()) {
            throw binaries.malformed("names no package or no version");
          }
          VersionRange before = VersionRange.before(binary.getValue().text());
          statements.add(
              statement(
                  product,
                  binary.getKey(),
                  Naming.BINARY,
                  new OsvRanges(VendorStatus.FIXED, List.of(before))));
        }
      }
    }
    return statements.isEmpty()
        ? List.of(statement(product, named.text("name"), Naming.SOURCE, versions))
        : statements;
  }

  private static AffectedPackage statement(
      SuseProduct product, String name, Naming naming, OsvRanges versions) {
    return new AffectedPackage(
        product.ecosystem(),
        product.repository(),
        name,
        naming,
        versions.status(),
        versions.ranges(),
        null,
        null,
        null);
  }

  @Override
  public @Nullable String severity(OsvDocument document) {
    for (JsonValue severity : document.json().elements("severity")) {
      if (!severity.textOrEmpty("type").startsWith("CVSS_")) {
        return severity.optionalText("score");
      }
    }
    return null;
  }

  @Override
  public String scorer() {
    return "SUSE";
  }

  @Override
  public OwnPage page(OsvDocument document) {
    return new OwnPage(null, "www.suse.com");
  }
}
