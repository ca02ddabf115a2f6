package dev.assay.feeds.osv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.FeedCompiler;
import dev.assay.feeds.FeedReport;
import dev.assay.feeds.FeedSink;
import dev.assay.feeds.SharedAdvisories;
import dev.assay.feeds.archive.ArchiveLimits;
import dev.assay.model.Advisory;
import dev.assay.model.AffectedPackage;
import dev.assay.model.SourceInfo.DateOrigin;
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
    imported(
        "os/debian-osv.tar.zst",
        LocalDate.of(2025, 2, 12),
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
  }

  @Test
  void redHat() {
    imported(
        "os/redhat-osv.tar.zst",
        LocalDate.of(2025, 2, 18),
        advisory -> {
          count(String.valueOf(advisory.vendorSeverity()));
          for (AffectedPackage affected : advisory.affected()) {
            count(affected.ecosystem().toString());
            if (affected.module() != null) {
              count("with a module");
            }
          }
        });
    assertThat(counts).containsEntry("redhat-osv", 15_175L);
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
    imported("os/alma-osv.tar.zst", LocalDate.of(2026, 8, 21), advisory -> {});
    assertThat(counts)
        .containsEntry("almalinux-osv", 5_680L)
        .containsEntry("without a vulnerability", 1_188L);
  }

  @Test
  void rocky() {
    imported("os/rocky-osv.tar.zst", LocalDate.of(2025, 1, 11), advisory -> {});
    assertThat(counts)
        .containsEntry("rocky-osv", 1_491L)
        .doesNotContainKey("without a vulnerability");
  }

  @Test
  void suse() {
    imported(
        "optional/suse-osv.tar.zst",
        LocalDate.of(2025, 2, 13),
        advisory -> {
          for (AffectedPackage affected : advisory.affected()) {
            count(affected.ecosystem().toString());
          }
        });
    assertThat(counts).containsEntry("suse-osv", 23_188L);
    assertThat(counts.keySet())
        .contains("sles:12", "sles:15.4", "sle-micro:5.3", "opensuse-leap:15.4")
        .contains("opensuse-tumbleweed");
  }

  private void imported(String pack, LocalDate date, Consumer<Advisory> each) {
    FeedSink sink =
        (source, title, snapshotDate, dateFrom, licence) -> {
          assertThat(snapshotDate).isEqualTo(date);
          assertThat(dateFrom).isEqualTo(DateOrigin.MANIFEST);
          return record -> {
            if (record instanceof Advisory advisory) {
              count(advisory.source().value());
              if (advisory.vulnerabilities().isEmpty()) {
                count("without a vulnerability");
              }
              each.accept(advisory);
            } else {
              assertThat(record).as("nothing is rejected").isNull();
            }
          };
        };
    FeedReport report =
        new FeedCompiler(OsvImporter.all(), ArchiveLimits.STANDARD, sink)
            .compile(List.of(SharedAdvisories.path(pack)));
    assertThat(report.rejected()).isZero();
    assertThat(report.passedOver()).isEmpty();
  }

  private void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }
}
