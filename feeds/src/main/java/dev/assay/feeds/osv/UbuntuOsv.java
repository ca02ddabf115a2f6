package dev.assay.feeds.osv;

import dev.assay.feeds.json.JsonValue;
import dev.assay.model.AffectedPackage;
import dev.assay.model.AffectedPackage.Naming;
import dev.assay.model.Ecosystem;
import dev.assay.model.PackageType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ubuntu: source packages. `Ubuntu:22.04:LTS` is the archive; what `Ubuntu:Pro:…` names is for
/// subscribers, in the archive that the package URL names (`distro=esm-apps/jammy`). A livepatch
/// notice (LSN) is of its own archive: it tells which kernels a live patch exists for.
final class UbuntuOsv implements OsvDialect {
  private static final Pattern ECOSYSTEM =
      Pattern.compile("Ubuntu(:Pro)?(?::(.+))?:(\\d\\d\\.\\d\\d)(?::LTS)?");
  private static final Pattern ARCHIVE = Pattern.compile("[?&]distro=([a-z-]+)(?:/|%2[fF])");

  @Override
  public List<AffectedPackage> statements(OsvDocument document, JsonValue affected) {
    OsvRanges versions = OsvRanges.of(affected, PackageType.DEB);
    JsonValue named = affected.member("package");
    JsonValue specific = affected.optional("ecosystem_specific");
    JsonValue ecosystem = named.member("ecosystem");
    Matcher release = ECOSYSTEM.matcher(ecosystem.text());
    if (!release.matches()) {
      throw ecosystem.malformed("names no release: \"" + ecosystem.text() + "\"");
    }
    return List.of(
        new AffectedPackage(
            new Ecosystem("ubuntu", release.group(3)),
            document.id().startsWith("LSN-") ? "livepatch" : archive(release, named),
            named.text("name"),
            Naming.SOURCE,
            versions.status(),
            versions.ranges(),
            specific == null ? null : specific.optionalText("ubuntu_priority"),
            null,
            specific == null ? null : specific.optionalText("availability")));
  }

  private static String archive(Matcher release, JsonValue named) {
    if (release.group(1) == null) {
      return "";
    }
    if (release.group(2) != null) {
      return release.group(2).toLowerCase(java.util.Locale.ROOT).replace(':', '-');
    }
    Matcher archive = ARCHIVE.matcher(named.textOrEmpty("purl"));
    return archive.find() ? archive.group(1) : "esm-infra";
  }

  /// Since schema 1.7 the priority is a severity of type `Ubuntu`.
  @Override
  public @Nullable String severity(OsvDocument document) {
    for (JsonValue severity : document.json().elements("severity")) {
      if ("Ubuntu".equals(severity.optionalText("type"))) {
        return severity.optionalText("score");
      }
    }
    return null;
  }

  @Override
  public String scorer() {
    return "Ubuntu";
  }

  @Override
  public OwnPage page(OsvDocument document) {
    return new OwnPage(null, "ubuntu.com");
  }
}
