package dev.assay.report;

import dev.assay.model.AdvisoryId;
import dev.assay.model.AdvisoryReference;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.AffectedInstallation.Use;
import dev.assay.model.Assessment;
import dev.assay.model.CvssScore;
import dev.assay.model.DatabaseInfo;
import dev.assay.model.Ecosystem;
import dev.assay.model.EpssScore;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.KnownExploit;
import dev.assay.model.KnownExploited;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.OperatingSystem;
import dev.assay.model.PackageState;
import dev.assay.model.PackageType;
import dev.assay.model.ReleaseLife;
import dev.assay.model.Severity;
import dev.assay.model.SourceId;
import dev.assay.model.SourceInfo;
import dev.assay.model.SsvcDecision;
import dev.assay.model.Trace;
import dev.assay.model.VendorStatus;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.model.VulnerabilityId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Assessments of invented hosts with findings of every sort. The vulnerabilities' names are of
/// the year 1998, before any CVE, so that nobody takes them for real ones.
final class Fixtures {
  static final Instant AT = Instant.parse("2026-11-24T10:15:30.250Z");
  static final SourceId DEBIAN = new SourceId("debian-osv");

  /// Compares as text: good enough for the fixtures' versions.
  static final VersionOrder ORDER = (type, left, right) -> left.compareTo(right);

  private Fixtures() {}

  static ScanReport report(View view, Assessment... assessments) {
    return new ScanReport("0.1.0", AT, database(), List.of(assessments), view, ORDER);
  }

  static ScanReport starterReport(Assessment... assessments) {
    DatabaseInfo starter = new DatabaseInfo("starter set", AT, true, 178, List.of());
    List<Assessment> limited = Stream.of(assessments).map(Fixtures::withStarterGap).toList();
    return new ScanReport("0.1.0", AT, starter, limited, View.everything(), ORDER);
  }

  private static Assessment withStarterGap(Assessment assessment) {
    NotEvaluated rest =
        new NotEvaluated(
            "all others", NotEvaluated.Reason.STARTER_SET, "178 are known", NotEvaluated.Gap.PART);
    return new Assessment(
        assessment.inventory(),
        assessment.ecosystem(),
        assessment.life(),
        assessment.findings(),
        Stream.concat(assessment.notEvaluated().stream(), Stream.of(rest)).toList());
  }

  static DatabaseInfo database() {
    return new DatabaseInfo(
        "advisories.adb",
        Instant.parse("2026-11-20T08:00:00Z"),
        false,
        281_402,
        List.of(
            source(
                "debian-osv", "Debian security tracker (OSV)", "2025-02-12", "advisories", 44181),
            source(
                "cisa-kev",
                "CISA known exploited vulnerabilities",
                "2026-08-07",
                "entries",
                1662)));
  }

  private static SourceInfo source(String id, String title, String date, String kind, long count) {
    return new SourceInfo(
        new SourceId(id),
        title,
        LocalDate.parse(date),
        SourceInfo.DateOrigin.MANIFEST,
        null,
        Map.of(kind, count),
        0,
        List.of());
  }

  static OperatingSystem bookworm() {
    return new OperatingSystem(
        "debian",
        "12",
        "bookworm",
        "Debian GNU/Linux 12 (bookworm)",
        List.of(),
        null,
        "x86_64",
        "usr/lib/os-release");
  }

  static InstalledPackage deb(String name, String version, String source, String sourceVersion) {
    return new InstalledPackage(
        PackageType.DEB,
        name,
        version,
        "amd64",
        PackageState.INSTALLED,
        source,
        sourceVersion,
        null,
        null,
        "Maintainers of " + source + " <" + source + "@example.org>",
        null,
        "var/lib/dpkg/status");
  }

  static InstalledPackage deb(String name, String version) {
    return deb(name, version, name, version);
  }

  static InstalledPackage rpm(String name, String version, @Nullable String module) {
    return new InstalledPackage(
        PackageType.RPM,
        name,
        version,
        "x86_64",
        PackageState.INSTALLED,
        name,
        version,
        "Example Linux",
        module,
        null,
        "GPLv2+ and MIT",
        "var/lib/rpm/rpmdb.sqlite");
  }

  static InstalledPackage apk(String name, String version, String licence) {
    return new InstalledPackage(
        PackageType.APK,
        name,
        version,
        "x86_64",
        PackageState.INSTALLED,
        name,
        version,
        null,
        null,
        null,
        licence,
        "lib/apk/db/installed");
  }

  static CvssScore v31(String scorer, double score) {
    return new CvssScore(scorer, "3.1", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", score);
  }

  /// A vulnerability of which little is known.
  static Vulnerability vulnerability(String id, String title, CvssScore... scores) {
    return new Vulnerability(
        new VulnerabilityId(id),
        List.of(),
        title,
        "",
        List.of(scores),
        List.of(),
        List.of(),
        Instant.parse("2024-03-01T00:00:00Z"),
        null,
        false,
        null,
        null,
        List.of(),
        null,
        List.of(DEBIAN));
  }

  /// One of which everything is known.
  static Vulnerability exploited(String id) {
    VulnerabilityId name = new VulnerabilityId(id);
    return new Vulnerability(
        name,
        List.of(new VulnerabilityId("GHSA-aaaa-bbbb-cccc")),
        "Heap overflow in the certificate parser",
        "A certificate with a long name overflows the heap.\nAn attacker who can present one runs"
            + " code of their own.",
        List.of(
            v31("NVD", 9.8),
            new CvssScore(
                "CNA",
                "4.0",
                "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
                9.3),
            new CvssScore("NVD", "2.0", "AV:N/AC:L/Au:N/C:C/I:C/A:C", 10.0)),
        List.of("CWE-122", "CWE-787"),
        List.of("https://example.org/certificate-overflow", "javascript:alert(1)"),
        Instant.parse("2023-11-07T09:00:00Z"),
        Instant.parse("2024-01-15T12:30:00Z"),
        false,
        new KnownExploited(
            name,
            LocalDate.parse("2023-11-10"),
            LocalDate.parse("2023-12-01"),
            true,
            "Example Certificate Overflow",
            "Apply the vendor's update."),
        new EpssScore(name, 0.9431, 0.9991, LocalDate.parse("2026-08-06")),
        List.of(
            new KnownExploit(name, new SourceId("exploit-db"), "50001", "Certificate overflow"),
            new KnownExploit(name, new SourceId("metasploit"), "exploit/linux/tls/overflow", "")),
        new SsvcDecision(name, "active", "yes", "total"),
        List.of(DEBIAN, new SourceId("cisa-vulnrichment")));
  }

  static AffectedInstallation affected(
      InstalledPackage installed,
      String id,
      VendorStatus status,
      @Nullable String fixed,
      @Nullable String vendorSeverity,
      Use use) {
    String remediation =
        fixed == null
            ? "No fixed version of %s is available.".formatted(installed.name())
            : "Upgrade %s to %s.".formatted(installed.sourceName(), fixed);
    String compared =
        fixed == null
            ? "No version mends it: every version is affected."
            : "Installed %s is older than %s.".formatted(installed.sourceVersion(), fixed);
    return new AffectedInstallation(
        installed,
        fixed,
        status,
        vendorSeverity,
        List.of(
            new AdvisoryReference(
                DEBIAN, new AdvisoryId(id), "https://security-tracker.debian.org/tracker/" + id)),
        use,
        remediation,
        new Trace(
            Trace.Outcome.AFFECTED,
            List.of(
                new Trace.Step(
                    "source-package",
                    "%s is built from %s.".formatted(installed.name(), installed.sourceName())),
                new Trace.Step("version-compared", compared))));
  }

  static AffectedInstallation fixable(InstalledPackage installed, String id, String fixed) {
    return affected(installed, id, VendorStatus.FIXED, fixed, null, Use.INSTALLED);
  }

  static VulnerabilityFinding finding(
      Vulnerability vulnerability, Severity severity, AffectedInstallation... packages) {
    return new VulnerabilityFinding(
        vulnerability,
        severity,
        List.of("Severity %s by NVD's CVSS.".formatted(severity)),
        List.of(packages));
  }

  /// A live Debian 12 with findings of all sorts.
  static Assessment debianHost() {
    InstalledPackage libssl = deb("libssl3", "3.0.11-1~deb12u1", "openssl", "3.0.11-1~deb12u1");
    InstalledPackage openssl = deb("openssl", "3.0.11-1~deb12u1");
    InstalledPackage bash = deb("bash", "5.2.15-2+b2", "bash", "5.2.15-2");
    InstalledPackage zlib = deb("zlib1g", "1:1.2.13.dfsg-1", "zlib", "1:1.2.13.dfsg-1");
    InstalledPackage libc = deb("libc6", "2.36-9+deb12u4", "glibc", "2.36-9+deb12u4");
    InstalledPackage libcBin = deb("libc-bin", "2.36-9+deb12u4", "glibc", "2.36-9+deb12u4");
    InstalledPackage running = kernel("6.1.0-18");
    InstalledPackage old = kernel("6.1.0-17");
    InstalledPackage docker = deb("docker-ce", "5:24.0.7-1~debian.12~bookworm");
    List<VulnerabilityFinding> findings =
        List.of(
            finding(
                exploited("CVE-1998-0001"),
                Severity.CRITICAL,
                fixable(libssl, "CVE-1998-0001", "3.0.13-1~deb12u1"),
                fixable(openssl, "CVE-1998-0001", "3.0.13-1~deb12u1")),
            finding(
                vulnerability("CVE-1998-0002", "Integer overflow in minizip", v31("NVD", 9.8)),
                Severity.CRITICAL,
                affected(
                    zlib,
                    "CVE-1998-0002",
                    VendorStatus.WILL_NOT_FIX,
                    null,
                    "not yet assigned",
                    Use.INSTALLED)),
            finding(
                vulnerability("CVE-1998-0003", "Timing side channel in RSA", v31("Debian", 7.4)),
                Severity.HIGH,
                fixable(libssl, "CVE-1998-0003", "3.0.15-1~deb12u1"),
                fixable(openssl, "CVE-1998-0003", "3.0.15-1~deb12u1")),
            finding(
                vulnerability(
                    "CVE-1998-0004", "Use after free in a packet socket", v31("NVD", 7.8)),
                Severity.HIGH,
                affected(
                    old, "CVE-1998-0004", VendorStatus.FIXED, "6.1.76-1", null, Use.NOT_RUNNING)),
            finding(
                vulnerability("CVE-1998-0005", "Race in the scheduler", v31("NVD", 5.5)),
                Severity.MEDIUM,
                affected(
                    running, "CVE-1998-0005", VendorStatus.AFFECTED, null, "low", Use.INSTALLED),
                affected(
                    old, "CVE-1998-0005", VendorStatus.AFFECTED, null, "low", Use.NOT_RUNNING)),
            finding(
                vulnerability("CVE-1998-0006", "Stack overflow in wordexp", v31("NVD", 5.9)),
                Severity.MEDIUM,
                affected(
                    libc, "CVE-1998-0006", VendorStatus.FIX_PENDING, null, null, Use.INSTALLED),
                fixable(libcBin, "CVE-1998-0006", "2.36-9+deb12u7")),
            finding(
                vulnerability("CVE-1998-0007", "Prompt expansion in a long directory name"),
                Severity.LOW,
                affected(
                    bash,
                    "CVE-1998-0007",
                    VendorStatus.UNDER_INVESTIGATION,
                    null,
                    null,
                    Use.INSTALLED)),
            finding(
                vulnerability("CVE-1998-0008", "Address layout may be guessed", v31("NVD", 5.3)),
                Severity.INFORMATIONAL,
                affected(
                    libc,
                    "CVE-1998-0008",
                    VendorStatus.AFFECTED,
                    null,
                    "unimportant",
                    Use.INSTALLED)),
            finding(
                vulnerability("CVE-1998-0009", "Only in the premium archive", v31("NVD", 4.2)),
                Severity.MEDIUM,
                affected(bash, "CVE-1998-0009", VendorStatus.FIXED, null, null, Use.INSTALLED)),
            finding(
                vulnerability("DSA-1998-1", ""),
                Severity.UNTRIAGED,
                fixable(zlib, "DSA-1998-1", "1:1.2.13.dfsg-2")));
    List<NotEvaluated> unread =
        List.of(new NotEvaluated("opt/private", Reason.UNREADABLE, "Permission denied.", Gap.PART));
    Inventory inventory =
        new Inventory(
            "/",
            bookworm(),
            new Kernel.Running("6.1.0-18-amd64"),
            List.of(bash, docker, libcBin, libc, libssl, old, running, openssl, zlib),
            Set.of(),
            null,
            Set.of(),
            unread);
    List<NotEvaluated> gaps = new ArrayList<>();
    gaps.add(
        new NotEvaluated(
            "docker-ce",
            Reason.THIRD_PARTY,
            "Debian's advisories do not judge packages of other vendors.",
            Gap.PART));
    return new Assessment(
        inventory,
        Ecosystem.parse("debian:12"),
        bookwormLife("2026-06-10", "2028-06-30"),
        worstFirst(findings),
        gaps);
  }

  private static List<VulnerabilityFinding> worstFirst(List<VulnerabilityFinding> findings) {
    return findings.stream().sorted((a, b) -> b.severity().compareTo(a.severity())).toList();
  }

  private static InstalledPackage kernel(String release) {
    return deb("linux-image-" + release + "-amd64", "6.1.69-1", "linux", "6.1.69-1");
  }

  static ReleaseLife bookwormLife(@Nullable String eol, @Nullable String extended) {
    return new ReleaseLife(
        new SourceId("debian-distro-info"),
        Ecosystem.parse("debian:12"),
        "Debian 12 (bookworm)",
        LocalDate.parse("2023-06-10"),
        eol == null ? null : LocalDate.parse(eol),
        extended == null ? null : LocalDate.parse(extended),
        extended == null ? null : "LTS");
  }

  /// A root of an rpm distribution whose support has ended and whose package database is cut
  /// short.
  static Assessment endedRpmRoot() {
    OperatingSystem os =
        new OperatingSystem(
            "rhel",
            "8.4",
            "Ootpa",
            "Red Hat Enterprise Linux 8.4 (Ootpa)",
            List.of("fedora"),
            "cpe:/o:redhat:enterprise_linux:8.4:GA",
            "x86_64",
            "etc/os-release");
    InstalledPackage nodejs =
        rpm(
            "nodejs",
            "1:18.12.1-2.module+el8.7.0+17306+fc023f99",
            "nodejs:18:8070020221213:bd1311ed");
    Inventory inventory =
        new Inventory(
            "/srv/roots/rhel",
            os,
            new Kernel.NotRunning(),
            List.of(rpm("bash", "4.4.20-1.el8_4", null), nodejs),
            Set.of(),
            Set.of("baseos", "appstream"),
            Set.of("nodejs:18"),
            List.of(
                new NotEvaluated(
                    "var/lib/rpm/rpmdb.sqlite",
                    Reason.UNPARSEABLE,
                    "The database ends after page 12 of 80.",
                    Gap.WHOLE)));
    ReleaseLife life =
        new ReleaseLife(
            new SourceId("endoflife-date"),
            Ecosystem.parse("redhat:8"),
            "Red Hat Enterprise Linux 8.4",
            null,
            LocalDate.parse("2023-05-31"),
            null,
            null);
    return new Assessment(
        inventory,
        Ecosystem.parse("redhat:8"),
        life,
        List.of(
            finding(
                vulnerability("CVE-1998-0101", "Request smuggling", v31("Red Hat", 8.2)),
                Severity.HIGH,
                fixable(nodejs, "RHSA-1998:0101", "1:18.14.2-3.module+el8.7.0+18445+9493b6ea"))),
        List.of());
  }

  /// An image without a single known vulnerability.
  static Assessment cleanImage() {
    OperatingSystem os =
        new OperatingSystem(
            "alpine",
            "3.20.1",
            null,
            "Alpine Linux v3.20",
            List.of(),
            null,
            "x86_64",
            "etc/os-release");
    return new Assessment(
        new Inventory(
            "example.tar",
            os,
            new Kernel.Image(),
            List.of(
                apk("busybox", "1.36.1-r29", "GPL-2.0-only"),
                apk("musl", "1.2.5-r0", "MIT"),
                apk("zlib", "1.3.1-r1", "Zlib AND (MIT OR BSD-3-Clause)")),
            Set.of(),
            null,
            Set.of(),
            List.of()),
        Ecosystem.parse("alpine:3.20"),
        null,
        List.of(),
        List.of());
  }

  /// A minimal Debian as it really is: few fixes, a long tail without.
  static Assessment longTail() {
    List<InstalledPackage> packages = new ArrayList<>();
    List<VulnerabilityFinding> findings = new ArrayList<>();
    Severity[] severities = {
      Severity.INFORMATIONAL, Severity.LOW, Severity.INFORMATIONAL, Severity.MEDIUM, Severity.HIGH
    };
    int number = 2000;
    for (int p = 0; p < 20; p++) {
      InstalledPackage installed = deb("package-" + (char) ('a' + p), "1." + p + "-1");
      packages.add(installed);
      for (int v = 0; v < 15; v++) {
        String id = "CVE-1998-" + number++;
        boolean fixed = p % 7 == 0;
        Severity severity = severities[(p + v) % (v % 4 == 0 ? 5 : 4)];
        findings.add(
            finding(
                vulnerability(id, "Flaw number " + v + " in the handling of things"),
                severity,
                fixed
                    ? fixable(installed, id, "1." + p + "-2")
                    : affected(
                        installed,
                        id,
                        v % 5 == 0 ? VendorStatus.WILL_NOT_FIX : VendorStatus.AFFECTED,
                        null,
                        severity == Severity.INFORMATIONAL ? "unimportant" : null,
                        Use.INSTALLED)));
      }
    }
    findings.sort((a, b) -> b.severity().compareTo(a.severity()));
    return new Assessment(
        new Inventory(
            "/srv/roots/minimal",
            bookworm(),
            new Kernel.NotRunning(),
            packages,
            Set.of(),
            null,
            Set.of(),
            List.of()),
        Ecosystem.parse("debian:12"),
        bookwormLife("2028-06-10", "2030-06-30"),
        findings,
        List.of());
  }

  /// Names and texts that attack whoever shows them.
  static Assessment hostile() {
    InstalledPackage installed =
        deb(
            "=cmd|' /C calc'!A0",
            "1.0\u001b[2J\u202e-1",
            "<script>alert('s')</script>",
            "1.0\ud800-1");
    Vulnerability vulnerability =
        new Vulnerability(
            new VulnerabilityId("CVE-1998-0666\u001b]0;owned\u0007"),
            List.of(),
            "</script><img src=x onerror=alert(1)>\r\nSecond line\u009b31m",
            "\"';--><b>bold</b> ]]> ${7*7} {{7*7}} \u0000 \ud83d",
            List.of(v31("\u001b[31mNVD", 9.8)),
            List.of("CWE-79", "CWE-<x>"),
            List.of("javascript:alert(1)", "https://example.org/\"><script>", "data:text/html,x"),
            null,
            null,
            true,
            null,
            null,
            List.of(),
            null,
            List.of(DEBIAN));
    return new Assessment(
        new Inventory(
            "/srv/<b>root</b>\u001b[0m",
            bookworm(),
            new Kernel.NotRunning(),
            List.of(installed),
            Set.of(),
            null,
            Set.of(),
            List.of()),
        Ecosystem.parse("debian:12\u001b[2J"),
        null,
        List.of(
            finding(
                vulnerability,
                Severity.CRITICAL,
                affected(
                    installed,
                    "CVE-1998-0666",
                    VendorStatus.AFFECTED,
                    null,
                    "<i>",
                    Use.INSTALLED))),
        List.of(
            new NotEvaluated(
                "x\u001b[5m<script>", Reason.UNREADABLE, "because\u001b[1A </td>", Gap.PART)));
  }
}
