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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Advisories drawn from a seed: all kinds, statuses and shapes of ranges, names that recur.
final class RandomRecords {
  private static final List<Ecosystem> ECOSYSTEMS =
      List.of(
          Ecosystem.parse("debian:12"),
          Ecosystem.parse("ubuntu:22.04"),
          Ecosystem.parse("alpine:3.18"),
          Ecosystem.parse("redhat:8"),
          Ecosystem.parse("suse:Manager Proxy 4.3"));
  private static final List<String> SOURCES = List.of("debian-osv", "alpine-secdb", "redhat-osv");
  private static final List<String> REPOSITORIES = List.of("", "main", "extras:docker");

  private final Random random;

  RandomRecords(long seed) {
    this.random = new Random(seed);
  }

  List<Advisory> advisories(int count) {
    List<Advisory> advisories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      advisories.add(advisory(i));
    }
    return advisories;
  }

  Advisory advisory(int number) {
    SourceId source = new SourceId(pick(SOURCES));
    boolean bulletin = random.nextInt(3) == 0;
    String id = bulletin ? "ADV-" + number : "CVE-2024-" + (1000 + number);
    Set<VulnerabilityId> named = new LinkedHashSet<>();
    if (bulletin) {
      for (int i = random.nextInt(4); i > 0; i--) {
        named.add(new VulnerabilityId("CVE-2024-" + (1000 + random.nextInt(number + 1))));
      }
    } else {
      named.add(new VulnerabilityId(id));
    }
    List<AffectedPackage> affected = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      affected.add(affected());
    }
    return new Advisory(
        source,
        new AdvisoryId(id),
        bulletin ? Advisory.Kind.BULLETIN : Advisory.Kind.VULNERABILITY,
        List.copyOf(named),
        random.nextInt(5) == 0 ? List.of(new VulnerabilityId("GHSA-" + number)) : List.of(),
        "Title " + random.nextInt(50),
        random.nextInt(4) == 0 ? "" : "Description " + random.nextInt(200),
        maybe("Important"),
        scores(),
        random.nextBoolean() ? List.of("CWE-" + random.nextInt(100)) : List.of(),
        List.of("https://example.org/" + id),
        moment(),
        moment(),
        random.nextInt(20) == 0 ? Instant.ofEpochSecond(1_700_000_000) : null,
        random.nextInt(30) == 0,
        affected);
  }

  AffectedPackage affected() {
    VendorStatus status = pick(List.of(VendorStatus.values()));
    List<VersionRange> ranges = ranges();
    if (status == VendorStatus.FIXED && ranges.isEmpty()) {
      ranges = List.of(VersionRange.before(version()));
    }
    return new AffectedPackage(
        pick(ECOSYSTEMS),
        pick(REPOSITORIES),
        packageName(),
        pick(List.of(AffectedPackage.Naming.values())),
        status,
        ranges,
        maybe("unimportant"),
        maybe("nodejs:18"),
        maybe("Ünïcode note " + random.nextInt(30)));
  }

  Ecosystem ecosystem() {
    return pick(ECOSYSTEMS);
  }

  String packageName() {
    return "package" + random.nextInt(60);
  }

  /// Mostly plain ones that compare alike everywhere, so that many are the same.
  String version() {
    return switch (random.nextInt(20)) {
      case 0 -> "not a version";
      case 1 -> "0:" + random.nextInt(10) + ".1-r1";
      default -> random.nextInt(10) + "." + random.nextInt(5) + "-r" + random.nextInt(3);
    };
  }

  private List<VersionRange> ranges() {
    return switch (random.nextInt(10)) {
      case 0 -> List.of();
      case 1 -> List.of(VersionRange.everything());
      case 2 -> List.of(new VersionRange(version(), null, null));
      case 3 -> List.of(new VersionRange(maybe(version()), null, version()));
      case 4 -> List.of(new VersionRange(version(), version(), null));
      case 5 ->
          List.of(VersionRange.before(version()), new VersionRange(version(), version(), null));
      default -> List.of(VersionRange.before(version()));
    };
  }

  private List<CvssScore> scores() {
    return random.nextBoolean()
        ? List.of(new CvssScore("NVD", "3.1", "CVSS:3.1/" + random.nextInt(5), 7.5))
        : List.of();
  }

  private @Nullable Instant moment() {
    return random.nextInt(4) == 0
        ? null
        : Instant.ofEpochSecond(1_600_000_000L + random.nextInt(100_000_000));
  }

  private @Nullable String maybe(String text) {
    return random.nextInt(3) == 0 ? text : null;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
