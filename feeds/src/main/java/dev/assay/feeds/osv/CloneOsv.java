package dev.assay.feeds.osv;

import dev.assay.feeds.json.JsonValue;
import dev.assay.model.AffectedPackage;
import dev.assay.model.Ecosystem;
import dev.assay.model.PackageType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// AlmaLinux and Rocky Linux: binary packages, releases by their major number, the severity and
/// the module in the title.
///
/// @param name the ecosystem's, `almalinux`
/// @param host where its errata pages are
record CloneOsv(String name, String host) implements OsvDialect {
  private static final Pattern RELEASE = Pattern.compile("[^:]+:(\\d+)(?:\\.\\d+)*");

  @Override
  public List<AffectedPackage> statements(OsvDocument document, JsonValue affected) {
    JsonValue ecosystem = affected.member("package").member("ecosystem");
    Matcher release = RELEASE.matcher(ecosystem.text());
    if (!release.matches()) {
      throw ecosystem.malformed("names no release: \"" + ecosystem.text() + "\"");
    }
    return List.of(
        RpmStatement.of(
            document,
            affected,
            OsvRanges.of(affected, PackageType.RPM),
            new Ecosystem(name, release.group(1)),
            ""));
  }

  @Override
  public @Nullable String severity(OsvDocument document) {
    return ErratumTitle.severity(document.summary());
  }

  /// Both copy Red Hat's.
  @Override
  public String scorer() {
    return "Red Hat";
  }

  @Override
  public OwnPage page(OsvDocument document) {
    return new OwnPage(null, host);
  }
}
