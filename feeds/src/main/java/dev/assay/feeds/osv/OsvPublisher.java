package dev.assay.feeds.osv;

import dev.assay.model.SourceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The distributions whose OSV documents are imported, told apart by their identifiers and, where
/// a document is named by its CVE, by its ecosystems. Such a document repeats other
/// distributions' statements; it belongs to the first publisher here that it has an ecosystem of,
/// and only that one's statements are taken from it.
final class OsvPublisher {
  static final OsvPublisher DEBIAN =
      new OsvPublisher(
          "debian-osv",
          "Debian security tracker (OSV)",
          List.of("DSA-", "DLA-", "DTSA-", "DEBIAN-CVE-"),
          List.of("Debian"),
          new DebianOsv());
  static final OsvPublisher UBUNTU =
      new OsvPublisher(
          "ubuntu-osv",
          "Ubuntu security (OSV)",
          List.of("USN-", "LSN-", "UBUNTU-CVE-"),
          List.of("Ubuntu"),
          new UbuntuOsv());
  static final OsvPublisher RED_HAT =
      new OsvPublisher(
          "redhat-osv",
          "Red Hat errata (OSV)",
          List.of("RHSA-", "RHBA-", "RHEA-"),
          List.of("Red Hat"),
          new RedHatOsv());
  static final OsvPublisher ALMALINUX =
      new OsvPublisher(
          "almalinux-osv",
          "AlmaLinux errata (OSV)",
          List.of("ALSA-", "ALBA-", "ALEA-"),
          List.of("AlmaLinux"),
          new CloneOsv("almalinux", "errata.almalinux.org"));
  static final OsvPublisher ROCKY =
      new OsvPublisher(
          "rocky-osv",
          "Rocky Linux errata (OSV)",
          List.of("RLSA-", "RXSA-", "RLBA-", "RLEA-"),
          List.of("Rocky Linux"),
          new CloneOsv("rocky", "errata.rockylinux.org"));
  static final OsvPublisher SUSE =
      new OsvPublisher(
          "suse-osv",
          "SUSE updates (OSV)",
          List.of("SUSE-", "openSUSE-"),
          List.of("SUSE", "openSUSE"),
          new SuseOsv());
  static final OsvPublisher ALPINE =
      new OsvPublisher(
          "alpine-osv",
          "Alpine security (OSV)",
          List.of("ALPINE-"),
          List.of("Alpine"),
          new AlpineOsv());

  /// In the order in which they are asked.
  static final List<OsvPublisher> ALL =
      List.of(DEBIAN, UBUNTU, RED_HAT, ALMALINUX, ROCKY, SUSE, ALPINE);

  private final SourceId source;
  private final String title;
  private final List<String> idPrefixes;
  private final List<String> ecosystems;
  private final OsvDialect dialect;

  private OsvPublisher(
      String source,
      String title,
      List<String> idPrefixes,
      List<String> ecosystems,
      OsvDialect dialect) {
    this.source = new SourceId(source);
    this.title = title;
    this.idPrefixes = idPrefixes;
    this.ecosystems = ecosystems;
    this.dialect = dialect;
  }

  SourceId source() {
    return source;
  }

  String title() {
    return title;
  }

  OsvDialect dialect() {
    return dialect;
  }

  /// Whether an OSV ecosystem, `Debian:12`, is of this publisher.
  boolean owns(String ecosystem) {
    return ecosystems.stream()
        .anyMatch(own -> ecosystem.equals(own) || ecosystem.startsWith(own + ":"));
  }

  /// Whose document it is; empty for those of language ecosystems and products.
  static Optional<OsvPublisher> of(String id, Collection<String> ecosystems) {
    for (OsvPublisher publisher : ALL) {
      if (publisher.idPrefixes.stream().anyMatch(id::startsWith)) {
        return Optional.of(publisher);
      }
    }
    for (OsvPublisher publisher : ALL) {
      if (ecosystems.stream().anyMatch(publisher::owns)) {
        return Optional.of(publisher);
      }
    }
    return Optional.empty();
  }
}
