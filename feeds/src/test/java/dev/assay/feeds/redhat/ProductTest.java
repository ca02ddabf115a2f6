package dev.assay.feeds.redhat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.feeds.MalformedRecordException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTest {

  @ParameterizedTest
  @CsvSource({
    "cpe:/o:redhat:enterprise_linux:8, [redhat:8], enterprise_linux:8",
    "cpe:/o:redhat:enterprise_linux:10.0, [redhat:10], enterprise_linux:10.0",
    "cpe:/a:redhat:enterprise_linux:7::hypervisor, [redhat:7], enterprise_linux:7::hypervisor",
    "cpe:/o:redhat:rhel_eus:5.6, [redhat:5], rhel_eus:5.6",
    "cpe:/a:redhat:rhel_extras_oracle_java:6, [redhat:6], rhel_extras_oracle_java:6",
    "cpe:/a:redhat:openstack:5::el6, [redhat:6], openstack:5::el6",
    "cpe:/a:redhat:convert2rhel::el8, [redhat:8], convert2rhel::el8",
  })
  void a_product_of_a_release_is_on_its_hosts(String cpe, String releases, String repository) {
    assertThat(Product.parse(cpe)).isInstanceOf(Product.Host.class);
    Product.Host host = (Product.Host) Product.parse(cpe);
    assertThat(host.releases()).hasToString(releases);
    assertThat(host.repository()).isEqualTo(repository);
  }

  @ParameterizedTest
  @CsvSource({"cpe:/a:redhat:rhel_software_collections:3, '[redhat:6, redhat:7]'"})
  void software_collections_are_on_both_releases_they_were_made_for(String cpe, String releases) {
    assertThat(((Product.Host) Product.parse(cpe)).releases()).hasToString(releases);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cpe:/a:redhat:openshift:4",
        "cpe:/a:redhat:enterprise_linux_ai:1",
        "cpe:/a:redhat:multicluster_engine",
        "cpe:/a:redhat:openshift_devspaces:3:",
        "cpe:/a:cloudforms_tools:1",
        "cpe:/a:redhat:optaplanner:::el6x",
      })
  void a_layered_product_is_not(String cpe) {
    assertThat(Product.parse(cpe)).isEqualTo(new Product.Layered());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "redhat",
        "cpe:2.3:o:redhat:enterprise_linux:8",
        "cpe:/o:redhat:enterprise_linux",
        "cpe:/o:redhat:enterprise_linux:::hypervisor",
        "cpe:/o:redhat:",
        "cpe:/o:redhat:a b",
      })
  void what_is_no_cpe_or_names_no_release_is_an_error(String cpe) {
    assertThatThrownBy(() -> Product.parse(cpe)).isInstanceOf(MalformedRecordException.class);
  }
}
