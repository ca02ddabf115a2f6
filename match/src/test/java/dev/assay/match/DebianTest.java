package dev.assay.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.AffectedInstallation;
import dev.assay.model.PackageState;
import dev.assay.model.Severity;
import dev.assay.model.VendorStatus;
import dev.assay.model.VulnerabilityFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebianTest {

  @ParameterizedTest(name = "{0} against the fix {1}: {2}")
  @CsvSource({
    "3.0.10-1, 3.0.11-1, true",
    "3.0.11-1, 3.0.11-1, false",
    "3.0.11-1~deb12u1, 3.0.11-1, true",
    "3.0.11-1+b1, 3.0.11-1, false",
    "1:1.0-1, 3.0.11-1, false",
    "0:3.0.11-1, 3.0.11-1, false",
    "3.0.9-1, 3.0.11-1, true"
  })
  void the_installed_version_is_compared_as_dpkg_does(
      String installed, String fixed, boolean vulnerable) {
    Known known = new Known().of("debian:12", "openssl", "CVE-1").fixedIn(fixed);
    assertThat(Host.debian("12").with("openssl", installed).found(known))
        .hasSize(vulnerable ? 1 : 0);
  }

  @Test
  void advisories_name_the_source_so_the_source_version_is_compared() {
    Known known = new Known().of("debian:12", "util-linux", "CVE-1").fixedIn("2.38.1-5");
    Host binNmu = Host.debian("12").with("mount", "2.38.1-5+b1", "util-linux", "2.38.1-5");
    Host ownVersion = Host.debian("12").with("bsdutils", "1:2.38.1-4", "util-linux", "2.38.1-4");
    assertThat(binNmu.found(known)).isEmpty();
    assertThat(ownVersion.found(known)).containsExactly("CVE-1");
  }

  @Test
  void two_versions_of_one_source_are_two_packages() {
    Known known = new Known().of("debian:12", "gcc", "CVE-1").fixedIn("12.2.0-14");
    Host host =
        Host.debian("12")
            .with("gcc-a", "12.2.0-14", "gcc", "12.2.0-14")
            .with("gcc-b", "12.1.0-1", "gcc", "12.1.0-1");
    assertThat(host.finding(known).packages())
        .extracting(p -> p.installed().name())
        .containsExactly("gcc-b");
  }

  @Test
  void one_finding_lists_every_binary_of_the_source() {
    Known known = new Known().of("debian:12", "openssl", "CVE-1").fixedIn("3.0.11-1");
    Host host =
        Host.debian("12")
            .with("openssl", "3.0.9-1", "openssl", "3.0.9-1")
            .with("libssl3", "3.0.9-1", "openssl", "3.0.9-1");
    assertThat(host.finding(known).packages()).hasSize(2);
  }

  @Test
  void no_fixed_version_is_vulnerable_without_a_fix() {
    Known known = new Known().of("debian:12", "tar", "CVE-1").is(VendorStatus.AFFECTED);
    VulnerabilityFinding finding = Host.debian("12").with("tar", "1.34-1").finding(known);
    AffectedInstallation tar = finding.packages().getFirst();
    assertThat(tar.status()).isEqualTo(VendorStatus.AFFECTED);
    assertThat(tar.fixedVersion()).isNull();
    assertThat(finding.fixAvailability()).isEqualTo(VulnerabilityFinding.FixAvailability.NO);
  }

  @Test
  void unimportant_is_carried_and_lowers_the_severity() {
    Known known =
        new Known().of("debian:12", "tar", "CVE-1").rated("unimportant").is(VendorStatus.AFFECTED);
    VulnerabilityFinding finding = Host.debian("12").with("tar", "1.34-1").finding(known);
    assertThat(finding.severity()).isEqualTo(Severity.INFORMATIONAL);
    assertThat(finding.packages().getFirst().vendorSeverity()).isEqualTo("unimportant");
  }

  @Test
  void the_vulnerability_record_wins_over_a_bulletin() {
    Known known =
        new Known()
            .of("debian:12", "curl", "CVE-1")
            .from("debian-osv")
            .fixedIn("7.88.1-10")
            .of("debian:12", "curl", "CVE-1", "CVE-2")
            .from("debian-osv")
            .bulletin("DSA-1-1")
            .fixedIn("7.88.1-10+deb12u1");
    assertThat(Host.debian("12").with("curl", "7.88.1-10").found(known)).containsExactly("CVE-2");
  }

  @Test
  void a_record_without_a_fix_wins_over_a_bulletin_with_one() {
    Known known =
        new Known()
            .of("debian:12", "curl", "CVE-1")
            .from("debian-osv")
            .is(VendorStatus.AFFECTED)
            .of("debian:12", "curl", "CVE-1")
            .from("debian-osv")
            .bulletin("DSA-1-1")
            .fixedIn("7.88.1-9");
    assertThat(Host.debian("12").with("curl", "7.88.1-10").found(known)).containsExactly("CVE-1");
  }

  @Test
  void the_tracker_wins_over_its_export() {
    Known known =
        new Known()
            .of("debian:12", "curl", "CVE-1")
            .from("debian-osv")
            .is(VendorStatus.AFFECTED)
            .of("debian:12", "curl", "CVE-1")
            .from("debian-tracker")
            .is(VendorStatus.NOT_AFFECTED);
    assertThat(Host.debian("12").with("curl", "7.88.1-10").found(known)).isEmpty();
  }

  @Test
  void a_bulletin_without_a_cve_is_a_vulnerability_of_its_own() {
    Known known =
        new Known().of("debian:12", "dpkg", "DSA-5147-1").bulletin("DSA-5147-1").fixedIn("1.21.8");
    assertThat(Host.debian("12").with("dpkg", "1.21.7").found(known)).containsExactly("DSA-5147-1");
  }

  @Test
  void the_record_of_another_release_says_nothing() {
    Known known =
        new Known()
            .of("debian:11", "curl", "CVE-1")
            .is(VendorStatus.AFFECTED)
            .of("debian:12", "other", "CVE-2")
            .is(VendorStatus.AFFECTED);
    assertThat(Host.debian("12").with("curl", "7.88.1-10").found(known)).isEmpty();
  }

  @Test
  void withdrawn_records_never_match() {
    Known known =
        new Known().of("debian:12", "curl", "CVE-1").withdrawn().is(VendorStatus.AFFECTED);
    assertThat(Host.debian("12").with("curl", "7.88.1-10").found(known)).isEmpty();
  }

  @Test
  void a_half_installed_package_counts_and_says_so() {
    Known known = new Known().of("debian:12", "curl", "CVE-1").fixedIn("8");
    VulnerabilityFinding finding =
        Host.debian("12").inState(PackageState.HALF_INSTALLED, "curl", "7.88.1-10").finding(known);
    assertThat(finding.packages().getFirst().trace().steps())
        .anySatisfy(step -> assertThat(step.text()).contains("half-installed"));
  }

  @Test
  void an_alias_joins_its_cve_in_one_finding() {
    Known known =
        new Known()
            .of("debian:12", "curl", "CVE-1")
            .fixedIn("8")
            .of("debian:12", "curl", "TEMP-1")
            .fixedIn("8")
            .vulnerability("TEMP-1", java.util.List.of("CVE-1"))
            .vulnerability("CVE-1", java.util.List.of());
    assertThat(Host.debian("12").with("curl", "7.88.1-10").found(known)).containsExactly("CVE-1");
  }
}
