package dev.assay.jmh;

import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.FindingKey;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.ObservedFinding;
import dev.assay.assessment.finding.PackageVulnerabilities;
import dev.assay.assessment.finding.Reconciliation;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.CvssScore;
import dev.assay.model.InstalledPackage;
import dev.assay.model.PackageState;
import dev.assay.model.PackageType;
import dev.assay.model.Severity;
import dev.assay.model.Trace;
import dev.assay.model.VendorStatus;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.model.VulnerabilityId;
import dev.assay.store.Database;
import dev.assay.store.Handles;
import dev.assay.store.resource.PostgresResourceStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Fills a database with a fleet: a few hosts by the store itself, and then their findings, spread
/// by one statement over all other hosts. Of a hundred findings 5 are critical, 25 high, 45 medium,
/// 20 low, 5 without a severity; 85 are active, 5 suppressed, 10 closed; half have a fix. A host in
/// four is in production. Changes are spread over 90 days.
final class ManyFindings {
  static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");
  static final int CONTENTS = 4000;
  static final int EACH = 200;
  static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  private final Database database;
  private final FindingStore findings;

  ManyFindings(Database database, FindingStore findings) {
    this.database = database;
    this.findings = findings;
  }

  void fill(int hosts) {
    for (int seed = 0; seed < CONTENTS / EACH; seed++) {
      observe(seed);
    }
    database
        .transactions()
        .change(
            writing -> {
              var handle = Handles.of(writing);
              handle.execute(
                  """
                  insert into resource
                    (account, region, type, id, details, tags, first_seen_at, last_seen_at)
                  select account, region, type, 'i-' || n, jsonb_set(details, '{imageId}',
                    to_jsonb('ami-' || n % 50)),
                    jsonb_build_object('env', (array['prod','test','dev','lab'])[n % 4 + 1]),
                    first_seen_at, last_seen_at
                  from resource, generate_series(1, ?) n where id = 'seed-0'
                  """,
                  hosts);
              handle.execute(
                  """
                  insert into finding
                    (id, account, region, resource, resource_type, type, rule, status, severity,
                    title, score, epss, fix, exploit, source, vendor_severity, first_observed_at,
                    last_observed_at, updated_at, closed_at, content)
                  select md5(r.number || ':' || f.rule), f.account, f.region, r.number, f.resource_type,
                    f.type, f.rule, s.status, f.severity, f.title, f.score, f.epss, f.fix, f.exploit,
                    f.source, f.vendor_severity, s.moment, s.moment, s.moment,
                    case when s.status = 'CLOSED' then s.moment end, f.content
                  from resource r
                  join resource seed on seed.id = 'seed-' || r.number % ?
                  join finding f on f.resource = seed.number
                  cross join lateral (select f.last_observed_at - random() * interval '90 days'
                    as moment, case when random() < 0.85 then 'ACTIVE' when random() < 0.67
                    then 'CLOSED' else 'SUPPRESSED' end as status) s
                  where r.id like 'i-%'
                  """,
                  CONTENTS / EACH);
            });
    database
        .transactions()
        .writeInTurn(
            writing -> {
              Handles.of(writing).execute("analyze");
              return null;
            });
  }

  private void observe(int seed) {
    ResourceKey key = new ResourceKey(TENANT, ResourceType.HOST, "seed-" + seed);
    database
        .transactions()
        .change(
            writing -> {
              Resource host =
                  new PostgresResourceStore()
                      .observe(
                          writing,
                          key,
                          ResourceDetails.Host.unknown().on("DEBIAN_12"),
                          Map.of(),
                          NOW);
              List<Judged> judged =
                  IntStream.range(0, EACH)
                      .mapToObj(i -> judged(seed + i * CONTENTS / EACH))
                      .toList();
              findings.apply(
                  writing,
                  host,
                  new Reconciliation(List.of(), finding -> FindingId.of(key, finding), NOW)
                      .changes(judged, Set.of(FindingType.PACKAGE_VULNERABILITY)),
                  NOW);
            });
  }

  private Judged judged(int number) {
    VulnerabilityFinding finding = finding(number);
    FindingContent content = new FindingContent.PackageVulnerability(finding);
    return new Judged(
        new ObservedFinding(
            new FindingKey(FindingType.PACKAGE_VULNERABILITY, id(number)),
            PackageVulnerabilities.facets(finding),
            content),
        findings.hash(content));
  }

  static String id(int number) {
    return "CVE-2025-%05d".formatted(number);
  }

  private static Severity severity(int number) {
    int share = Math.floorMod(number * 7919, 100);
    if (share < 5) {
      return Severity.CRITICAL;
    }
    if (share < 30) {
      return Severity.HIGH;
    }
    if (share < 75) {
      return Severity.MEDIUM;
    }
    return share < 95 ? Severity.LOW : Severity.UNTRIAGED;
  }

  private static VulnerabilityFinding finding(int number) {
    String name = "package-" + number % 500;
    InstalledPackage installed =
        new InstalledPackage(
            PackageType.DEB,
            name,
            "1.0-" + number,
            "amd64",
            PackageState.INSTALLED,
            name,
            "1.0-" + number,
            null,
            null,
            null,
            null,
            "var/lib/dpkg/status");
    boolean mended = number % 2 == 0;
    return new VulnerabilityFinding(
        new Vulnerability(
            new VulnerabilityId(id(number)),
            List.of(),
            "A defect in " + name,
            "What it does, in some words. ".repeat(12),
            List.of(new CvssScore("NVD", "3.1", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 7)),
            List.of("CWE-787"),
            List.of("https://example.org/" + number),
            NOW,
            NOW,
            false,
            null,
            null,
            List.of(),
            null,
            List.of()),
        severity(number),
        List.of("said by its vendor"),
        List.of(
            new AffectedInstallation(
                installed,
                mended ? "2.0-1" : null,
                mended ? VendorStatus.FIXED : VendorStatus.AFFECTED,
                null,
                List.of(),
                AffectedInstallation.Use.INSTALLED,
                mended ? "Upgrade to 2.0-1." : "No version mends it yet.",
                new Trace(
                    Trace.Outcome.AFFECTED,
                    List.of(new Trace.Step("version-compared", "lower"))))));
  }
}
