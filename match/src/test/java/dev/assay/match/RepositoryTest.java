package dev.assay.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Assessment;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.VulnerabilityFinding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which repositories' statements concern a package: `FIX` is a finding with a fix to install,
/// `SUBSCRIPTION` one whose fix this resource cannot get, `NOTHING` neither a finding nor a gap.
class RepositoryTest {

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "4.18.0-425.3.1.el8, 4.18.0-425.10.1.el8_7.cloud, NOTHING",
    "4.18.0-425.10.1.el8_7, 4.18.0-425.10.1.el8_7.cloud, NOTHING",
    "4.18.0-425.3.1.el8.cloud, 4.18.0-425.10.1.el8_7.cloud, FIX",
    "4.18.0-425.10.1.el8_7.cloud, 4.18.0-425.10.1.el8_7.cloud, NOTHING",
    "5.14.0-162.6.1.el9_1.cloud.0.1, 5.14.0-162.12.1.el9_1.cloud.0.1, FIX",
    "4.18.0-425.3.1.el8.cloudy, 4.18.0-425.10.1.el8_7.cloud, NOTHING",
    "4.18.0-425.3.1.el8, 4.18.0-425.10.1.el8_7, NOT_EVALUATED"
  })
  void errata_of_an_interest_group_of_rocky_concern_its_builds_only(
      String installed, String fixed, String expected) {
    Known known = statement("rocky:8", "kernel-core", "sig-cloud", fixed);
    Host host =
        Host.rpm("rocky", "8.7")
            .with("kernel-core", installed, "kernel", installed)
            .running(installed + ".x86_64");
    assertThat(said(host, known)).isEqualTo(expected);
  }

  @Test
  void an_interest_groups_build_is_judged_by_the_releases_own_errata_too() {
    Known known = statement("rocky:8", "kernel-core", "", "4.18.0-425.13.1.el8_7");
    Host host = Host.rpm("rocky", "8.7").with("kernel-core", "4.18.0-425.10.1.el8_7.cloud");
    assertThat(host.found(known)).containsExactly("CVE-1");
  }

  @ParameterizedTest(name = "{0} {1} in {2}: {3}")
  @CsvSource({
    "kernel, 5.10.100-1.amzn2, extras:kernel-5.10, FIX",
    "kernel, 5.10.300-1.amzn2, extras:kernel-5.10, NOTHING",
    "kernel, 4.14.300-1.amzn2, extras:kernel-5.10, NOTHING",
    "kernel, 5.1.0-1.amzn2, extras:kernel-5.10, NOTHING",
    "kernel, 5.4.0-1.amzn2, extras:kernel-5.10, NOTHING"
  })
  void a_topic_with_another_kernel_concerns_that_kernel_only(
      String name, String installed, String repository, String expected) {
    Known known = statement("amazon:2", name, repository, "5.10.200-1.amzn2");
    for (String[] enabled : new String[][] {{}, {"extras:kernel-5.10"}}) {
      Host host =
          Host.rpm("amzn", "2")
              .with(name, installed, "kernel", installed)
              .running(installed + ".x86_64")
              .repositories(enabled);
      assertThat(said(host, known)).isEqualTo(expected);
    }
  }

  @Test
  void a_live_patch_is_of_the_kernel_in_its_name() {
    String name = "kernel-livepatch-5.10.102-99.473";
    Known known = statement("amazon:2", name, "extras:kernel-5.10", "1.0-2.amzn2");
    assertThat(said(Host.rpm("amzn", "2").with(name, "1.0-1.amzn2"), known)).isEqualTo("FIX");
  }

  @ParameterizedTest(name = "{0} with {1} enabled: {2}")
  @CsvSource({
    "core, , FIX",
    "core, core, FIX",
    "livepatch, core, FIX",
    "extras:docker, extras:docker, FIX",
    "extras:docker, extras:php8.2, NOT_EVALUATED",
    "extras:docker, , NOT_EVALUATED",
    "nvidia, , NOT_EVALUATED",
    "nvidia, amazonlinux, NOT_EVALUATED",
    "nvidia, amazonlinux-nvidia, FIX"
  })
  void amazons_other_repositories_concern_only_who_enabled_them(
      String repository, String enabled, String expected) {
    Known known = statement("amazon:2023", "docker", repository, "25-1");
    Host host = Host.rpm("amzn", "2023").with("docker", "20-1");
    assertThat(said(enabled == null ? host : host.repositories(enabled), known))
        .isEqualTo(expected);
  }

  @Test
  void what_an_enabled_topic_has_is_not_asked_of_others() {
    Known known =
        statement("amazon:2", "php", "extras:php8.2", "8.2.9-1.amzn2")
            .of("amazon:2", "php", "CVE-2")
            .onBinary()
            .in("extras:php8.1")
            .bulletin("ALAS2PHP8.1-1")
            .fixedIn("8.1.5-1.amzn2");
    Host host =
        Host.rpm("amzn", "2").with("php", "8.1.9-1.amzn2").repositories("core", "extras:php8.1");
    assertThat(said(host, known)).isEqualTo("NOTHING");
  }

  @ParameterizedTest(name = "{0} {1} with {2}: {3}")
  @CsvSource({
    "8.4, rhel_eus:8.4::baseos, rhel-8-for-x86_64-baseos-eus-rpms, FIX",
    "8.4, rhel_eus:8.4::baseos, rhel-8-for-x86_64-baseos-rpms, NOTHING",
    "8.4, rhel_eus:8.4::baseos, , NOTHING",
    "8.4, rhel_eus:8.6::baseos, rhel-8-for-x86_64-baseos-eus-rpms, NOTHING",
    "8.1, rhel_eus:8.10::baseos, rhel-8-for-x86_64-baseos-eus-rpms, NOTHING",
    "8, rhel_eus:8.4::baseos, rhel-8-for-x86_64-baseos-eus-rpms, NOTHING",
    "8.4, rhel_aus:8.4::baseos, rhel-8-for-x86_64-baseos-eus-rpms, NOTHING",
    "8.4, rhel_e4s:8.4::baseos, rhel-8-for-x86_64-baseos-e4s-rpms, FIX",
    "8.4, enterprise_linux:8::appstream, , FIX",
    "8.4, enterprise_linux:8, , FIX",
    "8.4, rhel_els:8, , SUBSCRIPTION",
    "8.4, rhel_els:8, rhel-8-for-x86_64-baseos-rpms, SUBSCRIPTION",
    "8.4, rhel_els:8, rhel-8-server-els-rpms, FIX",
    "8.4, openshift:4.12::el8, rhel-8-for-x86_64-baseos-rpms, NOT_EVALUATED"
  })
  void red_hats_streams_and_products_concern_who_enabled_them(
      String release, String product, String enabled, String expected) {
    Known known = statement("redhat:8", "bash", product, "4.4-9");
    Host host = Host.rpm("rhel", release).with("bash", "4.4-1");
    assertThat(said(enabled == null ? host : host.repositories(enabled), known))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1} with {2}: {3}")
  @CsvSource({
    "sles, Server 12 SP3, , FIX",
    "sles, Module for Basesystem 15 SP3, , FIX",
    "sles, Server 15 SP3-LTSS, , SUBSCRIPTION",
    "sles, Server 15 SP3-LTSS, SLE-Product-SLES15-SP3-LTSS-Updates, FIX",
    "sles, Server 12 SP2-BCL, SLES12-SP2-LTSS-Updates, SUBSCRIPTION",
    "sles, Server 12 SP2-BCL, SLES12-SP2-BCL-Updates, FIX",
    "sles, High Performance Computing 15 SP2-ESPOS, , SUBSCRIPTION",
    "sles, Server 15 SP4-TERADATA, , SUBSCRIPTION",
    "sles, Server for SAP Applications 15 SP3, , SUBSCRIPTION",
    "sles, Server for SAP Applications 15 SP3, SLE-Product-SLES_SAP15-SP3-Updates, FIX",
    "sles_sap, Server for SAP Applications 15 SP3, , FIX"
  })
  void suses_longer_support_is_a_subscription(
      String id, String product, String enabled, String expected) {
    Known known = statement("sles:15.3", "bash", product, "5-2");
    Host host = Host.rpm(id, "15.3").with("bash", "5-1");
    assertThat(said(enabled == null ? host : host.repositories(enabled), known))
        .isEqualTo(expected);
  }

  @Test
  void a_fix_for_both_editions_of_suse_is_no_fix_without_longer_support() {
    Known known =
        statement("sles:15.3", "bash", "Server for SAP Applications 15 SP3", "5-2")
            .of("sles:15.3", "bash", "CVE-1")
            .onBinary()
            .in("Server 15 SP3-LTSS")
            .bulletin("SUSE-SU-1")
            .fixedIn("5-2");
    assertThat(said(Host.rpm("sles", "15.3").with("bash", "5-1"), known)).isEqualTo("SUBSCRIPTION");
    assertThat(said(Host.rpm("sles", "15.3").with("bash", "5-2"), known)).isEqualTo("NOTHING");
  }

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource({
    "esm-infra, , SUBSCRIPTION",
    "esm-infra, esm-infra, FIX",
    "esm-infra, esm-apps, SUBSCRIPTION",
    "esm-apps, esm-infra, SUBSCRIPTION",
    "esm-infra-legacy, , SUBSCRIPTION",
    "esm-infra-legacy, esm-infra, SUBSCRIPTION",
    "esm-infra-legacy, esm-infra-legacy, FIX",
    "fips, , NOTHING",
    "fips, fips, FIX",
    "ros-esm, , NOTHING"
  })
  void ubuntus_services_concern_who_enabled_them(
      String repository, @Nullable String attached, String expected) {
    Known known =
        new Known()
            .of("ubuntu:14.04", "bash", "CVE-1")
            .from("ubuntu-cve-tracker")
            .in(repository)
            .fixedIn("4.3-7ubuntu1.9");
    Host host = Host.ubuntu("14.04").with("bash", "4.3-7ubuntu1.7");
    assertThat(said(attached == null ? host : host.attached(attached), known)).isEqualTo(expected);
  }

  private static Known statement(
      String ecosystem, String name, String repository, String fixedVersion) {
    return new Known()
        .of(ecosystem, name, "CVE-1")
        .onBinary()
        .in(repository)
        .bulletin("ERRATUM-1")
        .fixedIn(fixedVersion);
  }

  private static String said(Host host, Known known) {
    Assessment assessment = host.assess(known);
    if (!assessment.findings().isEmpty()) {
      VulnerabilityFinding finding = assessment.findings().getFirst();
      return finding.packages().getFirst().fixedVersion() != null ? "FIX" : "SUBSCRIPTION";
    }
    boolean gap = assessment.notEvaluated().stream().anyMatch(g -> g.reason() == Reason.AMBIGUOUS);
    return gap ? "NOT_EVALUATED" : "NOTHING";
  }
}
