package dev.assay.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.NotEvaluated;
import dev.assay.model.Severity;
import dev.assay.model.VendorStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpmTest {
  private static final String MAIN = "enterprise_linux:8::baseos";

  @ParameterizedTest(name = "{0} against the fix {1}: {2}")
  @CsvSource({
    "1.0-1.el9, 1.0-2.el9, true",
    "1.0-2.el9, 1.0-2.el9, false",
    "1.0-2.el9, 0:1.0-2.el9, false",
    "1.0-2.el9, 1:0.1-1.el9, true",
    "1:0.1-1.el9, 9.9-1.el9, false",
    "1.0-10.el9, 1.0-9.el9, false",
    "1.0~rc1-1.el9, 1.0-1.el9, true",
    "1.0^git1-1.el9, 1.0-1.el9, false"
  })
  void epoch_version_and_release_are_compared_as_rpm_does(
      String installed, String fixed, boolean vulnerable) {
    Known known =
        new Known().of("almalinux:9", "bash", "CVE-1").onBinary().bulletin("ALSA-1").fixedIn(fixed);
    assertThat(Host.rpm("almalinux", "9.3").with("bash", installed).found(known))
        .hasSize(vulnerable ? 1 : 0);
  }

  @Test
  void errata_name_binaries_so_a_sibling_of_the_source_is_not_meant() {
    Known known =
        new Known().of("almalinux:9", "bash", "CVE-1").onBinary().bulletin("ALSA-1").fixedIn("6");
    Host host = Host.rpm("almalinux", "9.3").with("bash-doc", "5-1.el9", "bash", "5-1.el9");
    assertThat(host.found(known)).isEmpty();
  }

  @Test
  void errata_without_a_vulnerability_never_are_findings() {
    Known known =
        new Known()
            .of("almalinux:9", "bash")
            .onBinary()
            .bulletin("ALBA-1")
            .fixedIn("6")
            .of("almalinux:9", "zsh", "CVE-1")
            .onBinary()
            .bulletin("ALSA-1")
            .fixedIn("6");
    assertThat(Host.rpm("almalinux", "9.3").with("bash", "5-1.el9").found(known)).isEmpty();
  }

  @ParameterizedTest(name = "installed {0} {1}, advisory {2} {3}: {4}")
  @CsvSource({
    "nodejs:18:8090:abc, 1-1.module+el8.9.0+1+aaaaaaaa, nodejs:18, 1-2.module+el8.9.0+2+bbbbbbbb, FOUND",
    "nodejs:18:8090:abc, 1-1.module+el8.9.0+1+aaaaaaaa, nodejs:20, 1-2.module+el8.9.0+2+bbbbbbbb, NOTHING",
    "nodejs:18:8090:abc, 1-1.module+el8.9.0+1+aaaaaaaa, , 1-2.module+el8.9.0+2+bbbbbbbb, NOT_EVALUATED",
    ", 1-1.el8, nodejs:18, 1-2.module+el8.9.0+2+bbbbbbbb, NOTHING",
    "nodejs:18:8090:abc, 1-1.module+el8.9.0+1+aaaaaaaa, , 1-2.el8, NOTHING",
    ", 1-1.module_el8.9.0+1+aaaaaaaa, , 1-2.module_el8.9.0+1+aaaaaaaa, FOUND",
    ", 1-1.el8, , 1-2.el8, FOUND"
  })
  void a_module_is_judged_by_advisories_of_its_stream_only(
      String label, String installed, String module, String fixed, String expected) {
    Known known = new Known();
    Known.Sentence sentence =
        known.of("almalinux:8", "nodejs", "CVE-1").onBinary().bulletin("ALSA-1");
    if (module != null) {
      sentence.module(module);
    }
    sentence.fixedIn(fixed);
    Host host = Host.rpm("almalinux", "8.9");
    if (label == null) {
      host.with("nodejs", installed);
    } else {
      host.ofModule(label, "nodejs", installed);
    }
    assertThat(host.found(known)).hasSize(expected.equals("FOUND") ? 1 : 0);
    assertThat(host.assess(known).notEvaluated()).hasSize(expected.equals("NOT_EVALUATED") ? 1 : 0);
  }

  @Test
  void packages_of_another_vendor_are_not_evaluated() {
    Known known =
        new Known().of("almalinux:9", "bash", "CVE-1").onBinary().bulletin("ALSA-1").fixedIn("6");
    Host host = Host.rpm("almalinux", "9.3").ofVendor("Fedora Project", "bash", "5-1.el9");
    assertThat(host.found(known)).isEmpty();
    assertThat(host.assess(known).notEvaluated())
        .singleElement()
        .satisfies(gap -> assertThat(gap.reason()).isEqualTo(NotEvaluated.Reason.THIRD_PARTY));
  }

  @Test
  void an_unfixed_state_of_red_hat_is_a_finding_with_its_status() {
    Known known =
        new Known()
            .of("redhat:8", "vim", "CVE-1")
            .from("redhat-cve")
            .in("enterprise_linux:8")
            .is(VendorStatus.WILL_NOT_FIX);
    Host host = Host.rpm("rhel", "8.9").with("vim-minimal", "2:8.0-1.el8", "vim", "2:8.0-1.el8");
    assertThat(host.finding(known).packages().getFirst().status())
        .isEqualTo(VendorStatus.WILL_NOT_FIX);
  }

  @Test
  void a_red_hat_erratum_wins_over_a_state() {
    Known known =
        new Known()
            .of("redhat:8", "vim", "CVE-1")
            .from("redhat-cve")
            .in("enterprise_linux:8")
            .is(VendorStatus.AFFECTED)
            .of("redhat:8", "vim", "CVE-1")
            .from("redhat-osv")
            .in(MAIN)
            .onBinary()
            .bulletin("RHSA-1")
            .fixedIn("2:8.0-1.el8");
    assertThat(Host.rpm("rhel", "8.9").with("vim", "2:8.0-1.el8").found(known)).isEmpty();
  }

  @Test
  void an_update_stream_decides_only_where_it_is_enabled() {
    Known known =
        new Known()
            .of("redhat:8", "bash", "CVE-1")
            .from("redhat-osv")
            .in(MAIN)
            .onBinary()
            .bulletin("RHSA-1")
            .fixedIn("4.4.20-5.el8")
            .of("redhat:8", "bash", "CVE-1")
            .from("redhat-osv")
            .in("rhel_eus:8.4::baseos")
            .onBinary()
            .bulletin("RHSA-2")
            .fixedIn("4.4.20-2.el8_4");
    Host host = Host.rpm("rhel", "8.4").with("bash", "4.4.20-2.el8_4");
    assertThat(host.found(known)).containsExactly("CVE-1");
    assertThat(host.repositories("rhel-8-for-x86_64-baseos-eus-rpms").found(known)).isEmpty();
  }

  @Test
  void a_layered_product_that_may_not_be_enabled_is_not_evaluated() {
    Known known =
        new Known()
            .of("redhat:8", "candlepin", "CVE-1")
            .from("redhat-osv")
            .in("satellite:6.13::el8")
            .onBinary()
            .bulletin("RHSA-1")
            .fixedIn("4.3-1.el8");
    Host host = Host.rpm("rhel", "8.4").with("candlepin", "4.2-1.el8");
    assertThat(host.found(known)).isEmpty();
    assertThat(host.assess(known).notEvaluated())
        .singleElement()
        .satisfies(gap -> assertThat(gap.reason()).isEqualTo(NotEvaluated.Reason.AMBIGUOUS));
  }

  @Test
  void a_layered_product_says_nothing_of_a_package_that_the_main_repositories_have() {
    Known known =
        new Known()
            .of("redhat:8", "bash", "CVE-1")
            .from("redhat-osv")
            .in("rhev_hypervisor:4.4::el8")
            .onBinary()
            .bulletin("RHSA-1")
            .fixedIn("9-1.el8")
            .of("redhat:8", "bash", "CVE-2")
            .from("redhat-osv")
            .in(MAIN)
            .onBinary()
            .bulletin("RHSA-2")
            .fixedIn("2-1.el8");
    Host host = Host.rpm("rhel", "8.4").with("bash", "4-1.el8");
    assertThat(host.found(known)).isEmpty();
    assertThat(host.assess(known).notEvaluated()).isEmpty();
  }

  @ParameterizedTest(name = "topic {0} enabled: {1}, not evaluated: {2}")
  @CsvSource({"extras:docker, 1, 0", "extras:php8.2, 0, 1", ", 0, 1"})
  void amazons_extras_concern_only_who_enabled_the_topic(String enabled, int found, int gaps) {
    Known known =
        new Known()
            .of("amazon:2", "docker", "CVE-1")
            .onBinary()
            .in("extras:docker")
            .bulletin("ALAS2DOCKER-1")
            .fixedIn("25-1.amzn2");
    Host host = Host.rpm("amzn", "2").with("docker", "20-1.amzn2");
    if (enabled != null) {
      host.repositories(enabled);
    }
    assertThat(host.found(known)).hasSize(found);
    assertThat(host.assess(known).notEvaluated()).hasSize(gaps);
  }

  @Test
  void a_second_erratum_on_the_same_vulnerability_raises_the_version_to_install() {
    Known known =
        new Known()
            .of("amazon:2023", "vim", "CVE-1")
            .onBinary()
            .in("core")
            .bulletin("ALAS-1")
            .fixedIn("2:9.0.1-1.amzn2023")
            .of("amazon:2023", "vim", "CVE-1")
            .onBinary()
            .in("core")
            .bulletin("ALAS-2")
            .fixedIn("2:9.0.2-1.amzn2023");
    assertThat(
            Host.rpm("amzn", "2023")
                .with("vim", "2:9.0.0-1.amzn2023")
                .finding(known)
                .packages()
                .getFirst()
                .fixedVersion())
        .isEqualTo("2:9.0.2-1.amzn2023");
  }

  @Test
  void red_hats_word_for_the_vulnerability_comes_before_the_bulletins() {
    Known known =
        new Known()
            .of("redhat:8", "bash", "CVE-1")
            .from("redhat-osv")
            .in(MAIN)
            .onBinary()
            .bulletin("RHSA-1")
            .fixedIn("5-1.el8")
            .severity("redhat-osv", "RHSA-1", "Critical")
            .severity("redhat-cve", "CVE-1", "Low")
            .vulnerability("CVE-1", java.util.List.of());
    assertThat(Host.rpm("rhel", "8.4").with("bash", "4-1.el8").finding(known).severity())
        .isEqualTo(Severity.LOW);
  }
}
