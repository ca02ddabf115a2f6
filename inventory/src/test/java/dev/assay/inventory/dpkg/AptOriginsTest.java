package dev.assay.inventory.dpkg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.Collected;
import dev.assay.inventory.tree.FakeTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AptOriginsTest {
  private static final String LISTS = "var/lib/apt/lists/";
  private static final String DEBIAN = LISTS + "deb.example_debian_dists_bookworm_";
  private static final String DOCKER = LISTS + "download.example_linux_dists_bookworm_";

  private final List<NotEvaluated> gaps = new ArrayList<>();
  private final FakeTree tree =
      new FakeTree()
          .with("var/lib/dpkg/status", installed("docker-ce", "5:27") + installed("curl", "7.88"))
          .with(DEBIAN + "InRelease", release("Debian"))
          .with(DOCKER + "InRelease", release("Docker"));

  @Test
  void a_version_only_a_third_party_offers_is_its_own() {
    tree.with(DOCKER + "stable_binary-amd64_Packages", offered("docker-ce", "5:27"));

    assertThat(vendors()).containsExactlyEntriesOf(Map.of("docker-ce", "Docker"));
    assertThat(gaps).isEmpty();
  }

  @Test
  void another_version_of_the_same_name_proves_nothing() {
    tree.with(DOCKER + "stable_binary-amd64_Packages", offered("docker-ce", "5:28"));

    assertThat(vendors()).isEmpty();
  }

  @Test
  void what_the_distribution_offers_too_is_the_distributions() {
    tree.with(DOCKER + "stable_binary-amd64_Packages", offered("curl", "7.88"))
        .with(DEBIAN + "main_binary-amd64_Packages", offered("curl", "7.88"));

    assertThat(vendors()).isEmpty();
  }

  @Test
  void a_repository_without_an_origin_is_named_after_its_host() {
    tree.with(LISTS + "flat.example_deb_._Release", "Suite: x\nSHA256:\n")
        .with(LISTS + "flat.example_deb_._Packages", offered("docker-ce", "5:27"));

    assertThat(vendors()).containsExactlyEntriesOf(Map.of("docker-ce", "flat.example"));
  }

  @Test
  void a_gzip_list_is_read_and_an_lz4_list_is_a_gap() throws IOException {
    tree.with(DOCKER + "a_Packages.gz", gzip(offered("docker-ce", "5:27")))
        .with(DOCKER + "b_Packages.lz4", "whatever")
        .with(DEBIAN + "main_Packages.lz4", "whatever");

    assertThat(vendors()).containsExactlyEntriesOf(Map.of("docker-ce", "Docker"));
    assertThat(gaps).extracting(NotEvaluated::what).containsExactly(DOCKER + "b_Packages.lz4");
  }

  @Test
  void a_corrupt_list_is_a_gap() {
    tree.with(DOCKER + "a_Packages.gz", "no gzip").with(DOCKER + "b_Packages.xz", "no xz");

    assertThat(vendors()).isEmpty();
    assertThat(gaps).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "Debian, true",
    "Debian Backports, true",
    "Ubuntu, true",
    "UbuntuESMApps, true",
    "UbuntuFIPSUpdates, true",
    "LP-PPA-ubuntu-toolchain-r-test, false",
    "Docker, false",
    "Debian Acme, false"
  })
  void a_distributions_origins_are_known(String origin, boolean own) {
    assertThat(DistributionOrigins.of(null).contains(origin)).isEqualTo(own);
  }

  private Map<String, String> vendors() {
    List<InstalledPackage> packages = Collected.from(new DpkgCataloguer(), tree).packages();
    Map<String, String> vendors = new TreeMap<>();
    for (InstalledPackage named : AptOrigins.name(packages, tree, null, gaps::add)) {
      String vendor = named.vendor();
      if (vendor != null) {
        vendors.put(named.name(), vendor);
      }
    }
    return vendors;
  }

  private static String installed(String name, String version) {
    return offered(name, version).replace("\n\n", "\nStatus: install ok installed\n\n");
  }

  private static String offered(String name, String version) {
    return "Package: " + name + "\nVersion: " + version + "\n\n";
  }

  private static String release(String origin) {
    return "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nOrigin: " + origin + "\nSuite: x\n";
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
