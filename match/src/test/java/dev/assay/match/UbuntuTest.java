package dev.assay.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.AffectedInstallation;
import dev.assay.model.VendorStatus;
import org.junit.jupiter.api.Test;

class UbuntuTest {
  private static final String TRACKER = "ubuntu-cve-tracker";

  private static Known fixedInEsmOnly() {
    return new Known()
        .of("ubuntu:16.04", "bash", "CVE-1")
        .from(TRACKER)
        .is(VendorStatus.OUT_OF_SUPPORT)
        .of("ubuntu:16.04", "bash", "CVE-1")
        .from(TRACKER)
        .in("esm-infra")
        .fixedIn("4.3-14ubuntu1.4+esm1");
  }

  @Test
  void a_fix_in_esm_is_no_fix_without_the_subscription() {
    AffectedInstallation bash =
        Host.ubuntu("16.04")
            .with("bash", "4.3-14ubuntu1.4")
            .finding(fixedInEsmOnly())
            .packages()
            .getFirst();
    assertThat(bash.fixedVersion()).isNull();
    assertThat(bash.status()).isEqualTo(VendorStatus.OUT_OF_SUPPORT);
    assertThat(bash.remediation()).contains("4.3-14ubuntu1.4+esm1").contains("esm-infra");
  }

  @Test
  void a_fix_in_esm_is_a_fix_with_the_subscription() {
    AffectedInstallation bash =
        Host.ubuntu("16.04")
            .attached("esm-infra")
            .with("bash", "4.3-14ubuntu1.4")
            .finding(fixedInEsmOnly())
            .packages()
            .getFirst();
    assertThat(bash.fixedVersion()).isEqualTo("4.3-14ubuntu1.4+esm1");
  }

  @Test
  void an_installed_esm_fix_counts_even_where_the_subscription_is_gone() {
    assertThat(Host.ubuntu("16.04").with("bash", "4.3-14ubuntu1.4+esm1").found(fixedInEsmOnly()))
        .isEmpty();
  }

  @Test
  void what_esm_found_not_affected_is_not_affected() {
    Known known =
        new Known()
            .of("ubuntu:16.04", "bash", "CVE-1")
            .from(TRACKER)
            .is(VendorStatus.OUT_OF_SUPPORT)
            .of("ubuntu:16.04", "bash", "CVE-1")
            .from(TRACKER)
            .in("esm-infra")
            .is(VendorStatus.NOT_AFFECTED);
    assertThat(Host.ubuntu("16.04").with("bash", "4.3-14ubuntu1.4").found(known)).isEmpty();
  }

  @Test
  void a_fix_in_the_main_archive_is_a_fix_for_everybody() {
    Known known =
        new Known()
            .of("ubuntu:16.04", "bash", "CVE-1")
            .from(TRACKER)
            .fixedIn("4.3-14ubuntu1.4")
            .of("ubuntu:16.04", "bash", "CVE-1")
            .from(TRACKER)
            .in("esm-infra")
            .fixedIn("4.3-14ubuntu1.4+esm9");
    assertThat(Host.ubuntu("16.04").with("bash", "4.3-14ubuntu1.4").found(known)).isEmpty();
    assertThat(
            Host.ubuntu("16.04")
                .with("bash", "4.3-14ubuntu1.3")
                .finding(known)
                .packages()
                .getFirst()
                .fixedVersion())
        .isEqualTo("4.3-14ubuntu1.4");
  }

  @Test
  void other_pro_services_concern_only_who_enabled_them() {
    Known known =
        new Known()
            .of("ubuntu:20.04", "openssl", "CVE-1")
            .from(TRACKER)
            .in("fips")
            .fixedIn("1.1.1f-1ubuntu2.fips.7");
    Host host = Host.ubuntu("20.04").with("openssl", "1.1.1f-1ubuntu2");
    assertThat(host.found(known)).isEmpty();
    assertThat(host.attached("fips").found(known)).containsExactly("CVE-1");
  }
}
