package dev.assay.jmh;

import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.AffectedPackage;
import dev.assay.model.CvssScore;
import dev.assay.model.Ecosystem;
import dev.assay.model.EpssScore;
import dev.assay.model.FeedRecord;
import dev.assay.model.KnownExploit;
import dev.assay.model.SourceId;
import dev.assay.model.SsvcDecision;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import dev.assay.model.VulnerabilityId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Advisories of no distribution, in the numbers and shapes of the real ones: records of one
/// vulnerability with a few source packages (Debian, Ubuntu), states without fixes (Red Hat), and
/// bulletins that update many binary packages in several repositories at once (rpm).
final class SyntheticAdvisories {
  private static final int VULNERABILITIES = 110_000;
  private static final List<VendorStatus> OPEN =
      List.of(
          VendorStatus.AFFECTED,
          VendorStatus.NOT_AFFECTED,
          VendorStatus.NOT_AFFECTED,
          VendorStatus.WILL_NOT_FIX,
          VendorStatus.FIX_DEFERRED,
          VendorStatus.OUT_OF_SUPPORT);
  private static final String WORDS =
      "a flaw was found in the way that the parser handles crafted input which allows remote"
          + " attackers to cause denial of service memory corruption or possibly execute arbitrary"
          + " code via long header field integer overflow use after free before version through";

  private final Random random;
  private final String[] words = WORDS.split(" ");

  SyntheticAdvisories(long seed) {
    this.random = new Random(seed);
  }

  /// About five million statements where `scale` is 1.
  void emit(double scale, Consumer<FeedRecord> sink) {
    records(
        "debian-osv",
        (int) (34_000 * scale),
        4,
        List.of("debian:11", "debian:12", "debian:13"),
        sink);
    records(
        "ubuntu-cve-tracker",
        (int) (51_000 * scale),
        31,
        List.of(
            "ubuntu:14.04",
            "ubuntu:16.04",
            "ubuntu:18.04",
            "ubuntu:20.04",
            "ubuntu:22.04",
            "ubuntu:24.04"),
        sink);
    records(
        "redhat-cve",
        (int) (36_000 * scale),
        5,
        List.of("redhat:6", "redhat:7", "redhat:8", "redhat:9"),
        sink);
    bulletins(
        "redhat-osv",
        (int) (15_000 * scale),
        32,
        List.of("redhat:7", "redhat:8", "redhat:9"),
        sink);
    bulletins(
        "suse-osv",
        (int) (23_000 * scale),
        26,
        List.of("sles:12.5", "sles:15.3", "sles:15.4", "suse:Manager"),
        sink);
    bulletins(
        "amazon-updateinfo",
        (int) (5_400 * scale),
        28,
        List.of("amazon:1", "amazon:2", "amazon:2023"),
        sink);
    bulletins(
        "almalinux-osv", (int) (5_700 * scale), 14, List.of("almalinux:8", "almalinux:9"), sink);
    enrich(scale, sink);
  }

  private void records(
      String source,
      int count,
      int statements,
      List<String> ecosystems,
      Consumer<FeedRecord> sink) {
    for (int i = 0; i < count; i++) {
      List<AffectedPackage> affected = new ArrayList<>();
      int packages = 1 + (statements > 10 ? random.nextInt(2 * statements / ecosystems.size()) : 0);
      for (int p = 0; p < packages; p++) {
        String name = name(4_000);
        for (String ecosystem : ecosystems) {
          affected.add(record(Ecosystem.parse(ecosystem), name));
        }
      }
      VulnerabilityId id = vulnerability(i * (VULNERABILITIES / count));
      sink.accept(advisory(source, id.value(), Advisory.Kind.VULNERABILITY, List.of(id), affected));
    }
  }

  private AffectedPackage record(Ecosystem ecosystem, String name) {
    boolean fixed = random.nextInt(3) > 0;
    return new AffectedPackage(
        ecosystem,
        "",
        name,
        AffectedPackage.Naming.SOURCE,
        fixed ? VendorStatus.FIXED : OPEN.get(random.nextInt(OPEN.size())),
        fixed ? List.of(VersionRange.before(version("-" + random.nextInt(9)))) : List.of(),
        random.nextInt(4) == 0 ? "unimportant" : null,
        null,
        random.nextInt(30) == 0 ? "note " + text(4) : null);
  }

  private void bulletins(
      String source, int count, int packages, List<String> ecosystems, Consumer<FeedRecord> sink) {
    for (int i = 0; i < count; i++) {
      Ecosystem ecosystem = Ecosystem.parse(ecosystems.get(random.nextInt(ecosystems.size())));
      String base = name(1_500);
      String version = version(".el" + random.nextInt(9));
      List<AffectedPackage> affected = new ArrayList<>();
      for (int p = 0; p < packages; p++) {
        String name = p == 0 ? base : base + "-part" + p / 2;
        affected.add(
            new AffectedPackage(
                ecosystem,
                "repository-" + random.nextInt(6),
                name,
                AffectedPackage.Naming.BINARY,
                VendorStatus.FIXED,
                List.of(VersionRange.before(version)),
                null,
                null,
                null));
      }
      List<VulnerabilityId> named = new ArrayList<>();
      for (int v = random.nextInt(8); v >= 0; v--) {
        named.add(vulnerability(random.nextInt(VULNERABILITIES)));
      }
      sink.accept(advisory(source, source + "-" + i, Advisory.Kind.BULLETIN, named, affected));
    }
  }

  private void enrich(double scale, Consumer<FeedRecord> sink) {
    for (int i = 0; i < 72_000 * scale; i++) {
      sink.accept(
          new EpssScore(vulnerability(i), random.nextInt(100_000) / 1e5, null, LocalDate.EPOCH));
    }
    for (int i = 0; i < 44_000 * scale; i++) {
      sink.accept(new SsvcDecision(vulnerability(i), "none", "no", "partial"));
    }
    for (int i = 0; i < 25_000 * scale; i++) {
      sink.accept(
          new KnownExploit(
              vulnerability(random.nextInt(VULNERABILITIES)),
              new SourceId("exploit-db"),
              Integer.toString(i),
              text(8)));
    }
  }

  private Advisory advisory(
      String source,
      String id,
      Advisory.Kind kind,
      List<VulnerabilityId> named,
      List<AffectedPackage> affected) {
    return new Advisory(
        new SourceId(source),
        new AdvisoryId(id),
        kind,
        named,
        List.of(),
        text(8),
        text(100 + random.nextInt(100)),
        "Important",
        List.of(new CvssScore("NVD", "3.1", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8)),
        List.of("CWE-" + random.nextInt(900)),
        List.of("https://example.org/" + id, "https://example.org/commit/" + random.nextLong()),
        Instant.ofEpochSecond(1_600_000_000L + random.nextInt(100_000_000)),
        Instant.ofEpochSecond(1_700_000_000L + random.nextInt(10_000_000)),
        null,
        false,
        affected);
  }

  private static VulnerabilityId vulnerability(int number) {
    return new VulnerabilityId("CVE-" + (2010 + number % 15) + "-" + (1000 + number / 15));
  }

  /// A few names have most of the advisories.
  private String name(int names) {
    double skewed = random.nextDouble();
    return "package" + (int) (skewed * skewed * skewed * names);
  }

  private String version(String end) {
    return random.nextInt(9) + "." + random.nextInt(30) + "." + random.nextInt(30) + end;
  }

  /// Words with a rare one among them, since real texts do not compress to nothing.
  private String text(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(
              random.nextInt(4) == 0
                  ? Integer.toString(random.nextInt(1 << 20), 36)
                  : words[random.nextInt(words.length)])
          .append(' ');
    }
    return text.toString();
  }
}
