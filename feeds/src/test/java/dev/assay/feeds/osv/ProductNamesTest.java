package dev.assay.feeds.osv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductNamesTest {
  @ParameterizedTest
  @CsvSource({
    "enterprise_linux:8::baseos, 1-1.el8, redhat:8",
    "enterprise_linux:10.0, 1-1.el10, redhat:10",
    "enterprise_linux:2.1::as, 1-1, redhat:2",
    "rhel_eus:8.4::appstream, 1-1.el8_4, redhat:8",
    "rhel_extras:6, 1-1.el6, redhat:6",
    "rhel_extras_sap_hana:7, 1-1, redhat:7",
    "rhel_software_collections:3::el7, 1-1.el7, redhat:7",
    "openshift:4.14::el9, 1-1.el8, redhat:9",
    "storage:3.5:samba:el8, 1-1, redhat:8",
    "network_satellite:5.0:el4, 1-1, redhat:4",
    "enterprise_mrg:2:server:el6, 1-1, redhat:6",
    "devtools:2020, 1-1.el7_9, redhat:7",
    "rhev_manager:4, 4.1-1.el7ev, redhat:7",
    "rhel_application_stack:2, 1-1.el5, redhat:5",
    "rhel_application_stack:2, 1-1, redhat-product:rhel_application_stack:2",
    "certificate_system:7.3, 1-1, redhat-product:certificate_system:7.3"
  })
  void a_red_hat_product_belongs_to_a_major_release(
      String cpe, String fixedVersion, String ecosystem) {
    assertThat(RedHatProduct.ecosystem(cpe, fixedVersion)).hasToString(ecosystem);
  }

  @ParameterizedTest
  @CsvSource({
    "SUSE:Linux Enterprise Server 12, sles:12, Server 12",
    "SUSE:Linux Enterprise Server 12 SP5, sles:12.5, Server 12 SP5",
    "SUSE:Linux Enterprise Server 12-LTSS, sles:12, Server 12-LTSS",
    "SUSE:Linux Enterprise Server 15 SP4-LTSS, sles:15.4, Server 15 SP4-LTSS",
    "SUSE:Linux Enterprise Server for SAP Applications 15 SP1, sles:15.1,"
        + " Server for SAP Applications 15 SP1",
    "SUSE:Linux Enterprise High Performance Computing 15-ESPOS, sles:15,"
        + " High Performance Computing 15-ESPOS",
    "SUSE:Linux Enterprise Module for Python 3 15 SP4, sles:15.4, Module for Python 3 15 SP4",
    "SUSE:Linux Enterprise Module for Basesystem 15, sles:15, Module for Basesystem 15",
    "SUSE:Linux Enterprise Server LTSS Extended Security 12 SP5, sles:12.5,"
        + " Server LTSS Extended Security 12 SP5",
    "SUSE:Linux Enterprise Server 11 SP4 LTSS EXTREME CORE, sles:11.4,"
        + " Server 11 SP4 LTSS EXTREME CORE",
    "SUSE:Package Hub 15 SP3, sles:15.3, Package Hub 15 SP3",
    "SUSE:Real Time Module 15 SP2, sles:15.2, Real Time Module 15 SP2",
    "SUSE:Linux Enterprise Micro 5.3, sle-micro:5.3, ''",
    "openSUSE:Leap 15.4, opensuse-leap:15.4, ''",
    "openSUSE:Leap 15.4 NonFree, opensuse-leap:15.4, NonFree",
    "openSUSE:Leap Micro 5.2, opensuse-leap-micro:5.2, ''",
    "openSUSE:Tumbleweed, opensuse-tumbleweed, ''",
    "SUSE:Manager Server 4.2, suse:manager-server-4.2, Manager Server 4.2",
    "SUSE:OpenStack Cloud 9, suse:openstack-cloud-9, OpenStack Cloud 9"
  })
  void a_suse_product_belongs_to_a_release(String name, String ecosystem, String repository) {
    SuseProduct product = SuseProduct.of(name);
    assertThat(product.ecosystem()).hasToString(ecosystem);
    assertThat(product.repository()).isEqualTo(repository);
  }

  @ParameterizedTest
  @CsvSource({
    "Important: nodejs:18 security update, 1-1.module+el8.7.0+1+abc, nodejs:18",
    "Red Hat Security Advisory: 389-ds:1.4 security update, 1-1.module+el8.1, 389-ds:1.4",
    "Moderate: container-tools:rhel8 security update, 1-1.module_el8.3, container-tools:rhel8",
    "Moderate: virt:rhel and virt-devel:rhel security update, 1-1.module+el8.1,",
    "Moderate: kernel:4.18.0 security update, 4.18.0-1.el8,",
    "Important: firefox security update, 1-1.module+el8.1,"
  })
  void the_module_of_a_modular_version_is_in_the_title(
      String title, String version, String module) {
    assertThat(ErratumTitle.module(title, version)).isEqualTo(module);
  }

  @ParameterizedTest
  @CsvSource({"Important: nano update, Important", "nano: a bug fix,", "Lower: x,"})
  void the_severity_is_the_titles_first_word(String title, String severity) {
    assertThat(ErratumTitle.severity(title)).isEqualTo(severity);
  }
}
