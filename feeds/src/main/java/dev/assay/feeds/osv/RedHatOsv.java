package dev.assay.feeds.osv;

import dev.assay.feeds.json.JsonValue;
import dev.assay.model.AffectedPackage;
import dev.assay.model.PackageType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Red Hat: binary packages; the ecosystem is the product's CPE after `cpe:/x:redhat:`. The
/// severity is only in the link to what it means.
final class RedHatOsv implements OsvDialect {
  private static final String CLASSIFICATION = "/updates/classification/#";

  @Override
  public List<AffectedPackage> statements(OsvDocument document, JsonValue affected) {
    OsvRanges versions = OsvRanges.of(affected, PackageType.RPM);
    JsonValue ecosystem = affected.member("package").member("ecosystem");
    String product = ecosystem.text().substring("Red Hat".length());
    if (product.length() < 2) {
      throw ecosystem.malformed("names no product");
    }
    String cpe = product.substring(1);
    return List.of(
        RpmStatement.of(
            document,
            affected,
            versions,
            RedHatProduct.ecosystem(cpe, RpmStatement.fixed(versions)),
            cpe));
  }

  @Override
  public @Nullable String severity(OsvDocument document) {
    for (String url : document.references()) {
      int word = url.indexOf(CLASSIFICATION);
      if (word >= 0) {
        String severity = url.substring(word + CLASSIFICATION.length()).replace("/", "");
        if (!severity.isBlank()) {
          return severity.substring(0, 1).toUpperCase(Locale.ROOT)
              + severity.substring(1).toLowerCase(Locale.ROOT);
        }
      }
    }
    return ErratumTitle.severity(document.summary());
  }

  @Override
  public String scorer() {
    return "Red Hat";
  }

  @Override
  public OwnPage page(OsvDocument document) {
    return new OwnPage(null, "access.redhat.com");
  }
}
