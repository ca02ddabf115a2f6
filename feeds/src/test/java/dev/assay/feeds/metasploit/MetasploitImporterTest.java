package dev.assay.feeds.metasploit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feeds.rows.Corruption;
import dev.assay.feeds.rows.Packs;
import dev.assay.feeds.rows.TestEntry;
import dev.assay.model.KnownExploit;
import dev.assay.model.RejectedRecord;
import dev.assay.model.VulnerabilityId;
import org.junit.jupiter.api.Test;

class MetasploitImporterTest {
  private static final MetasploitImporter IMPORTER = new MetasploitImporter();
  private static final String MODULE =
      """
      {"name": "Samba usermap", "fullname": "exploit/multi/samba/usermap_script", "type": "exploit",
       "references": ["CVE-2007-2447", "OSVDB-34700", "CVE-2007-2447"], "targets": null}
      """;
  private static final TestEntry ALL =
      TestEntry.of(
          "modules_metadata_base.json",
          "{\"exploit_multi/samba/usermap_script\": "
              + MODULE
              + ", \"payload_x\": {\"name\": \"X\", \"fullname\": \"payload/x\", \"type\": \"payload\"}}");
  private static final KnownExploit USERMAP =
      new KnownExploit(
          new VulnerabilityId("CVE-2007-2447"),
          IMPORTER.source(),
          "exploit/multi/samba/usermap_script",
          "Samba usermap");

  @Test
  void aModuleIsKnownByItsPath() {
    assertThat(TestEntry.of("a.json", MODULE).readBy(IMPORTER)).containsExactly(USERMAP);
  }

  @Test
  void allModulesLieInOneObject() {
    assertThat(ALL.readBy(IMPORTER)).containsExactly(USERMAP);
  }

  @Test
  void aModuleThatCannotBeReadIsRejectedAndTheNextOneIsRead() {
    assertThat(
            TestEntry.of(
                    "all.json",
                    "{\"a\": {\"fullname\": \"exploit/a\", \"references\": 5}, \"b\": "
                        + MODULE
                        + "}")
                .readBy(IMPORTER))
        .containsExactly(
            new RejectedRecord(IMPORTER.source(), "all.json", "a.references is not an array"),
            USERMAP);
  }

  @Test
  void allPackedModulesAreRead() {
    Packs.Imported imported = Packs.importAll("meta/msf.tar.zst", IMPORTER);
    assertThat(imported.documents).isEqualTo(5700);
    assertThat(imported.unrecognised).isEmpty();
    assertThat(imported.rejected).isEmpty();
    assertThat(imported.of(KnownExploit.class)).hasSizeGreaterThan(2900);
  }

  @Test
  void theFeedsOwnSampleIsRead() {
    assertThat(Packs.samples("modules_metadata_base.json"))
        .singleElement()
        .satisfies(sample -> assertThat(sample.readBy(IMPORTER, KnownExploit.class)).isNotEmpty());
  }

  @Test
  void corruptBytesAreRejected() {
    Corruption.survive(IMPORTER, ALL, 1, 3000);
    Corruption.survive(IMPORTER, TestEntry.of("a.json", MODULE), 2, 3000);
  }

  @FuzzTest
  void anyBytesAreRejectedOrRead(byte[] bytes) {
    Corruption.readAnyhow(IMPORTER, new TestEntry("metasploit", bytes));
  }
}
