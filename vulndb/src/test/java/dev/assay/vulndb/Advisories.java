package dev.assay.vulndb;

import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.AffectedPackage;
import dev.assay.model.CvssScore;
import dev.assay.model.Ecosystem;
import dev.assay.model.SourceId;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import dev.assay.model.VulnerabilityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes advisories for tests, a call for each thing that differs from a plain one.
final class Advisories {
  private final String source;
  private final String id;
  private final Advisory.Kind kind;
  private List<VulnerabilityId> vulnerabilities;
  private List<VulnerabilityId> aliases = List.of();
  private String title = "";
  private String description = "";
  private final List<CvssScore> cvss = new ArrayList<>();
  private List<String> cwes = List.of();
  private List<String> references = List.of();
  private @Nullable Instant modified;
  private @Nullable Instant withdrawn;
  private final List<AffectedPackage> affected = new ArrayList<>();

  private Advisories(String source, String id, Advisory.Kind kind) {
    this.source = source;
    this.id = id;
    this.kind = kind;
    this.vulnerabilities =
        kind == Advisory.Kind.VULNERABILITY ? List.of(new VulnerabilityId(id)) : List.of();
  }

  static Advisories record(String source, String id) {
    return new Advisories(source, id, Advisory.Kind.VULNERABILITY);
  }

  static Advisories bulletin(String source, String id, String... vulnerabilities) {
    Advisories bulletin = new Advisories(source, id, Advisory.Kind.BULLETIN);
    bulletin.vulnerabilities = List.of(vulnerabilities).stream().map(VulnerabilityId::new).toList();
    return bulletin;
  }

  Advisories naming(String vulnerability) {
    vulnerabilities = List.of(new VulnerabilityId(vulnerability));
    return this;
  }

  Advisories alias(String alias) {
    aliases = List.of(new VulnerabilityId(alias));
    return this;
  }

  Advisories title(String text) {
    title = text;
    return this;
  }

  Advisories description(String text) {
    description = text;
    return this;
  }

  Advisories cvss(String scorer, String vector) {
    cvss.add(new CvssScore(scorer, "3.1", vector, 5.0));
    return this;
  }

  Advisories cwe(String cwe) {
    cwes = List.of(cwe);
    return this;
  }

  Advisories references(List<String> addresses) {
    references = addresses;
    return this;
  }

  Advisories modified(String instant) {
    modified = Instant.parse(instant);
    return this;
  }

  Advisories withdrawn() {
    withdrawn = Instant.parse("2025-01-01T00:00:00Z");
    return this;
  }

  /// Fixed in a version.
  Advisories fixes(String ecosystem, String name, String version) {
    return affects(ecosystem, "", name, VendorStatus.FIXED, List.of(VersionRange.before(version)));
  }

  Advisories affects(String ecosystem, String name, VendorStatus status) {
    return affects(ecosystem, "", name, status, List.of());
  }

  Advisories affects(
      String ecosystem,
      String repository,
      String name,
      VendorStatus status,
      List<VersionRange> ranges) {
    affected.add(
        new AffectedPackage(
            Ecosystem.parse(ecosystem),
            repository,
            name,
            AffectedPackage.Naming.SOURCE,
            status,
            ranges,
            null,
            null,
            null));
    return this;
  }

  Advisory made() {
    return new Advisory(
        new SourceId(source),
        new AdvisoryId(id),
        kind,
        vulnerabilities,
        aliases,
        title,
        description,
        null,
        cvss,
        cwes,
        references,
        null,
        modified,
        withdrawn,
        false,
        affected);
  }
}
