package dev.assay.feeds.osv;

import dev.assay.feeds.json.JsonValue;
import dev.assay.model.AffectedPackage;
import dev.assay.model.AffectedPackage.Naming;
import dev.assay.model.Ecosystem;
import dev.assay.model.PackageType;
import dev.assay.model.VendorStatus;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Debian: source packages, releases by number. The tracker's urgency is kept as the vendor's
/// word; `end-of-life` is a status, `not yet assigned` is none.
final class DebianOsv implements OsvDialect {
  @Override
  public List<AffectedPackage> statements(OsvDocument document, JsonValue affected) {
    OsvRanges versions = OsvRanges.of(affected, PackageType.DEB);
    JsonValue specific = affected.optional("ecosystem_specific");
    String urgency = specific == null ? null : specific.optionalText("urgency");
    return List.of(
        new AffectedPackage(
            release(affected),
            "",
            affected.member("package").text("name"),
            Naming.SOURCE,
            status(versions.status(), urgency),
            versions.ranges(),
            "not yet assigned".equals(urgency) ? null : urgency,
            null,
            null));
  }

  private static VendorStatus status(VendorStatus implied, @Nullable String urgency) {
    return implied == VendorStatus.AFFECTED && "end-of-life".equals(urgency)
        ? VendorStatus.END_OF_LIFE
        : implied;
  }

  private static Ecosystem release(JsonValue affected) {
    JsonValue ecosystem = affected.member("package").member("ecosystem");
    String release = ecosystem.text().substring("Debian".length());
    if (release.length() < 2) {
      throw ecosystem.malformed("names no release");
    }
    String number = release.substring(1);
    return new Ecosystem("debian", number.equals("unstable") ? "sid" : number);
  }

  /// A DSA or DLA without a CVE is a vulnerability of its own.
  @Override
  public Set<String> withoutCve(OsvDocument document) {
    return Set.of(document.id());
  }

  /// The exporter copies the scores of the National Vulnerability Database.
  @Override
  public String scorer() {
    return "NVD";
  }

  @Override
  public OwnPage page(OsvDocument document) {
    return new OwnPage(
        "https://security-tracker.debian.org/tracker/" + document.plainId(), "www.debian.org");
  }
}
