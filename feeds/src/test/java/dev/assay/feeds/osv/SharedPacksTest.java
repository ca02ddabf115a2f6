package dev.assay.feeds.osv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.FeedCompiler;
import dev.assay.feeds.FeedReport;
import dev.assay.feeds.FeedSink;
import dev.assay.feeds.SharedAdvisories;
import dev.assay.feeds.archive.ArchiveLimits;
import dev.assay.model.Advisory;
import dev.assay.model.AffectedPackage;
import dev.assay.model.SourceInfo;
import dev.assay.model.VendorStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The counts that are known of the real packs, reached by importing them.
@Tag("slow")
class SharedPacksTest {
  private final Map<String, Long> counts = new TreeMap<>();

  @Test
  void debian() {
    SourceInfo info =
        imported(
            "os/debian-osv.tar.zst",
            advisory -> {
              count(advisory.id().value().replaceFirst("-.*", ""));
              for (AffectedPackage affected : advisory.affected()) {
                count(affected.ecosystem().toString());
                if (affected.status() != VendorStatus.FIXED) {
                  count(affected.ecosystem() + " without fix");
                }
                if (affected.vendorSeverity() != null) {
                  count(affected.vendorSeverity());
                }
              }
            });
    assertThat(counts)
        .containsEntry("CVE", 33_844L)
        .containsEntry("DSA", 5_896L)
        .containsEntry("DLA", 4_234L)
        .containsEntry("DTSA", 207L)
        .containsEntry("debian:11", 34_694L)
        .containsEntry("debian:12", 33_568L)
        .containsEntry("debian:13", 32_841L)
        .containsEntry("debian:11 without fix", 5_507L)
        .containsEntry("debian:12 without fix", 3_294L)
        .containsEntry("debian:13 without fix", 1_567L)
        .containsEntry("unimportant", 9_806L)
        .containsEntry("end-of-life", 388L)
        .containsKeys("debian:3.0", "debian:10");
    assertThat(info.snapshotDate()).isEqualTo(LocalDate.of(2025, 2, 12));
    assertThat(info.dateFrom()).isEqualTo(SourceInfo.DateOrigin.MANIFEST);
  }

  @Test
  void redHat() {
    SourceInfo info =
        imported(
            "os/redhat-osv.tar.zst",
            advisory -> {
              count(String.valueOf(advisory.vendorSeverity()));
              for (AffectedPackage affected : advisory.affected()) {
                count(affected.ecosystem().toString());
                if (affected.module() != null) {
                  count("with a module");
                }
              }
            });
    assertThat(info.counts()).containsEntry("advisories", 15_175L);
    assertThat(counts).containsEntry("Critical", 1_048L).containsKey("with a module");
    assertThat(counts.keySet())
        .contains("redhat:2", "redhat:7", "redhat:8", "redhat:9")
        .filteredOn(name -> name.startsWith("redhat:"))
        .allMatch(name -> name.matches("redhat:[2-9]"));
    assertThat(counts.entrySet())
        .filteredOn(count -> count.getKey().startsWith("redhat-product:"))
        .extracting(Map.Entry::getValue)
        .allMatch(few -> few < 100);
  }

  @Test
  void almaLinux() {
    SourceInfo info = imported("os/alma-osv.tar.zst", advisory -> {});
    assertThat(info.counts())
        .containsEntry("advisories", 5_680L)
        .containsEntry("without a vulnerability", 1_188L);
  }

  @Test
  void rocky() {
    SourceInfo info = imported("os/rocky-osv.tar.zst", advisory -> {});
    assertThat(info.counts())
        .containsEntry("advisories", 1_491L)
        .doesNotContainKey("without a vulnerability");
  }

  @Test
  void suse() {
    SourceInfo info =
        imported(
            "optional/suse-osv.tar.zst",
            advisory -> {
              for (AffectedPackage affected : advisory.affected()) {
                count(affected.ecosystem().toString());
              }
            });
    assertThat(info.counts()).containsEntry("advisories", 23_188L);
    assertThat(counts.keySet())
        .contains("sles:12", "sles:15.4", "sle-micro:5.3", "opensuse-leap:15.4")
        .contains("opensuse-tumbleweed");
    System.err.println(info.counts() + " " + counts);
  }

  private SourceInfo imported(String pack, Consumer<Advisory> each) {
    FeedSink sink =
        (source, record) -> {
          if (record instanceof Advisory advisory) {
            each.accept(advisory);
          }
        };
    FeedReport report =
        new FeedCompiler(OsvImporter.all(), ArchiveLimits.STANDARD, sink)
            .compile(List.of(SharedAdvisories.path(pack)));
    assertThat(report.rejected()).isEmpty();
    assertThat(report.passedOver()).isEmpty();
    assertThat(report.sources()).hasSize(1);
    SourceInfo info = report.sources().getFirst();
    assertThat(info.rejectedExamples()).isEmpty();
    return info;
  }

  private void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }
}
