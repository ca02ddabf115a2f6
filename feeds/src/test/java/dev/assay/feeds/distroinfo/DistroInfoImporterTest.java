package dev.assay.feeds.distroinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feeds.rows.Corruption;
import dev.assay.feeds.rows.Packs;
import dev.assay.feeds.rows.TestEntry;
import dev.assay.model.Ecosystem;
import dev.assay.model.RejectedRecord;
import dev.assay.model.ReleaseLife;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DistroInfoImporterTest {
  private static final DistroInfoImporter IMPORTER = new DistroInfoImporter();
  private static final TestEntry DEBIAN =
      TestEntry.of(
          "debian.csv",
          """
          version,codename,series,created,release,eol,eol-lts,eol-elts
          3.1,Sarge,sarge,2002-07-19,2005-06-06,2008-03-31
          6.0,Squeeze,squeeze,2009-02-14,2011-02-06,2014-05-31,2016-02-29
          12,Bookworm,bookworm,2021-08-14,2023-06-10,2026-06-10,2028-06-30,2033-06-30
          14,Forky,forky,2025-08-09
          ,Sid,sid,1993-08-16
          ,Experimental,experimental,1993-08-16
          """);
  private static final TestEntry UBUNTU =
      TestEntry.of(
          "ubuntu.csv",
          """
          version,codename,series,created,release,eol,eol-server,eol-esm,eol-legacy
          10.04 LTS,Lucid Lynx,lucid,2009-10-29,2010-04-29,2013-05-09,2015-04-30
          22.04 LTS,Jammy Jellyfish,jammy,2021-10-14,2022-04-21,2027-06-01,2027-06-01,2032-04-21,\
          2034-04-25
          """);

  @Test
  void aReleaseHasItsOrdinarySupportAndDebiansOwnLts() {
    assertThat(DEBIAN.readBy(IMPORTER))
        .contains(
            new ReleaseLife(
                IMPORTER.source(),
                Ecosystem.parse("debian:12"),
                "Debian 12 (bookworm)",
                LocalDate.of(2023, 6, 10),
                LocalDate.of(2026, 6, 10),
                LocalDate.of(2028, 6, 30),
                "LTS"));
  }

  @Test
  void aReleaseIsNamedAsInTheAdvisories() {
    assertThat(DEBIAN.readBy(IMPORTER, ReleaseLife.class))
        .extracting(life -> life.ecosystem().release())
        .containsExactly("3.1", "6", "12", "14", "sid");
  }

  @Test
  void ubuntusSupportEndsWithTheServersAndIsExtendedByEsm() {
    assertThat(UBUNTU.readBy(IMPORTER, ReleaseLife.class))
        .extracting(
            ReleaseLife::ecosystem,
            ReleaseLife::eol,
            ReleaseLife::extendedEol,
            ReleaseLife::extendedName)
        .containsExactly(
            tuple(Ecosystem.parse("ubuntu:10.04"), LocalDate.of(2015, 4, 30), null, null),
            tuple(
                Ecosystem.parse("ubuntu:22.04"),
                LocalDate.of(2027, 6, 1),
                LocalDate.of(2032, 4, 21),
                "ESM"));
  }

  @Test
  void aRowThatCannotBeReadIsRejectedAndTheNextOneIsRead() {
    TestEntry entry =
        TestEntry.of(
            "debian.csv",
            """
            version,codename,series,created,release,eol,eol-lts,eol-elts
            12,Bookworm,bookworm,2021-08-14,2023-06-31
            13,Trixie,trixie,2023-06-10,2025-08-09,2028-08-09
            """);
    assertThat(entry.readBy(IMPORTER))
        .hasExactlyElementsOfTypes(RejectedRecord.class, ReleaseLife.class);
  }

  @Test
  void thePackedFilesAreReadAndTheListsOfPackagesAreNotTakenForThem() {
    Packs.Imported imported = Packs.importAll("meta/debian-ubuntu-eol.tar.zst", IMPORTER);
    assertThat(imported.rejected).isEmpty();
    assertThat(imported.unrecognised).allMatch(path -> !path.endsWith(".csv"));
    assertThat(imported.of(ReleaseLife.class))
        .hasSizeGreaterThan(60)
        .anyMatch(life -> life.ecosystem().equals(Ecosystem.parse("ubuntu:24.04")))
        .anyMatch(
            life ->
                life.ecosystem().equals(Ecosystem.parse("debian:11"))
                    && Objects.equals(life.extendedEol(), LocalDate.of(2026, 8, 31)));
  }

  @Test
  void corruptBytesAreRejected() {
    Corruption.survive(IMPORTER, DEBIAN, 1, 3000);
    Corruption.survive(IMPORTER, UBUNTU, 2, 3000);
  }

  @FuzzTest
  void anyBytesAreRejectedOrRead(byte[] bytes) {
    Corruption.readAnyhow(IMPORTER, new TestEntry("debian.csv", bytes));
  }
}
