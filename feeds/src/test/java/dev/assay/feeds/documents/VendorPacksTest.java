package dev.assay.feeds.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.alpine.AlpineSecdbImporter;
import dev.assay.feeds.amazon.AmazonImporter;
import dev.assay.feeds.redhat.RedHatCveImporter;
import dev.assay.feeds.rocky.RockyErrataImporter;
import dev.assay.feeds.ubuntu.UbuntuCveImporter;
import dev.assay.model.VendorStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The importers on the whole real feeds of 2024 and 2025, against counts made without them.
class VendorPacksTest {

  @Test
  @Tag("slow")
  void ubuntu() throws IOException {
    UbuntuCveImporter importer = new UbuntuCveImporter();
    Totals totals = Totals.of(importer, "os/ubuntu-cve-tracker-json.tar.zst");
    assertThat(totals.unrecognised).isZero();
    assertThat(totals.advisories).isEqualTo(51_478);
    assertThat(totals.vulnerabilities).hasSize(51_478);
    // every line of the tracker is a statement, a rejection or counted as left out
    long skipped = importer.skipped().values().stream().mapToLong(Long::longValue).sum();
    assertThat(totals.affected + totals.rejected.size() + skipped).isEqualTo(5_943_953);
    assertThat(importer.skipped())
        .containsEntry("package does not exist in the release (DNE)", 3_620_899L);
    assertThat(totals.statuses)
        .containsEntry(VendorStatus.UNDER_INVESTIGATION, 65_454L)
        .containsEntry(VendorStatus.AFFECTED, 53_118L);
    assertThat(totals.rejected).hasSize(111).allMatch(why -> why.contains("released"));
  }

  @Test
  void alpine() throws IOException {
    AlpineSecdbImporter importer = new AlpineSecdbImporter();
    Totals totals = Totals.of(importer, "os/alpine-secdb.tar.zst");
    assertThat(totals.documents).isEqualTo(41);
    assertThat(totals.unrecognised).isZero();
    // one of the 41 lists no package
    assertThat(totals.repositories).hasSize(40);
    assertThat(totals.rejected)
        .hasSize(4)
        .allMatch(why -> why.contains("\"CVE-46838\" names no vulnerability"));
    assertThat(totals.statuses).containsEntry(VendorStatus.NOT_AFFECTED, 553L);
  }

  @Test
  void amazon() throws IOException {
    Totals totals = Totals.of(new AmazonImporter(), "os/amazon-updateinfo.tar.zst");
    assertThat(totals.unrecognised).isZero();
    assertThat(totals.advisories).isEqualTo(5_393);
    assertThat(totals.repositories)
        .containsEntry("amazon:1 core", 1_811L)
        .containsEntry("amazon:2 core", 1_618L)
        .containsEntry("amazon:2 livepatch", 197L)
        .containsEntry("amazon:2 extras:aws-nitro-enclaves-cli", 48L)
        .containsEntry("amazon:2022 core", 277L)
        .containsEntry("amazon:2023 core", 816L)
        .containsEntry("amazon:2023 livepatch", 38L);
    assertThat(besidesCore(totals.repositories)).isEqualTo(833);
    // 8,489 with the one that is no CVE
    assertThat(totals.vulnerabilities).hasSize(8_488);
    assertThat(totals.rejected)
        .hasSize(2)
        .allMatch(why -> why.endsWith("a reference that is no CVE: \"CVE-PENDING\""));
  }

  private static long besidesCore(Map<String, Long> repositories) {
    return repositories.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("amazon:2 "))
        .filter(entry -> !entry.getKey().equals("amazon:2 core"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Test
  void redHat() throws IOException {
    RedHatCveImporter importer = new RedHatCveImporter();
    Totals totals = Totals.of(importer, "os/redhat-cve.tar.zst");
    assertThat(totals.unrecognised).isZero();
    assertThat(totals.advisories).isEqualTo(36_166);
    assertThat(totals.rejected).hasSize(13).allMatch(why -> why.startsWith("names no release"));
    // of 157,197 states; those of software collections count for two releases
    long skipped = importer.skipped().values().stream().mapToLong(Long::longValue).sum();
    long collections = totals.softwareCollections;
    assertThat(totals.affected - collections / 2 + totals.rejected.size() + skipped)
        .isEqualTo(157_197);
  }

  @Test
  void rocky() throws IOException {
    RockyErrataImporter importer = new RockyErrataImporter();
    Totals totals = Totals.of(importer, "os/rocky-errata.tar.zst");
    assertThat(totals.unrecognised).isZero();
    assertThat(totals.advisories).isEqualTo(1_491);
    assertThat(totals.rejected).isEmpty();
    assertThat(importer.skipped()).isEqualTo(Map.of("source packages", 5_444L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "os/alma-osv.tar.zst",
        "os/alpine-secdb.tar.zst",
        "os/amazon-updateinfo.tar.zst",
        "os/redhat-repository-to-cpe.tar.zst",
        "os/rocky-errata.tar.zst",
        "os/rocky-osv.tar.zst",
        "meta/endoflife.tar.zst",
        "meta/debian-ubuntu-eol.tar.zst",
        "meta/msf.tar.zst",
        "samples/osv-schema.tar.zst",
      })
  void no_document_is_taken_by_two_and_a_strangers_by_none(String pack) throws IOException {
    List<FeedImporter> importers =
        List.of(
            new UbuntuCveImporter(),
            new AlpineSecdbImporter(),
            new AmazonImporter(),
            new RedHatCveImporter(),
            new RockyErrataImporter());
    boolean ours =
        List.of("alpine-secdb", "amazon-updateinfo", "rocky-errata").contains(name(pack));
    SharedPack.visit(
        pack,
        document ->
            assertThat(importers.stream().filter(it -> it.recognises(document)).count())
                .as(document.path())
                .isEqualTo(ours ? 1 : 0));
  }

  private static String name(String pack) {
    return pack.substring(pack.indexOf('/') + 1, pack.indexOf('.'));
  }
}
