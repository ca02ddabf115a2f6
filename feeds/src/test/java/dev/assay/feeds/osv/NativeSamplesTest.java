package dev.assay.feeds.osv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.SharedAdvisories;
import dev.assay.feeds.archive.ArchiveLimits;
import dev.assay.feeds.archive.DocumentVisitor;
import dev.assay.feeds.archive.Unpacker;
import dev.assay.feeds.debian.DebianTrackerImporter;
import dev.assay.model.Advisory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The feeds' own download forms (`all.zip`, `osv.tar.bz2`, `osv-all.tar.xz`, `data/json`), as
/// small samples.
class NativeSamplesTest {
  @Test
  void the_download_forms_are_read() throws IOException {
    List<FeedImporter> importers = new ArrayList<>(OsvImporter.all());
    importers.add(new DebianTrackerImporter());
    Map<String, Long> counts = new TreeMap<>();
    try (InputStream file =
        Files.newInputStream(SharedAdvisories.path("samples/native-feed-samples.tar.zst"))) {
      new Unpacker(ArchiveLimits.STANDARD).unpack("samples", file, counting(importers, counts));
    }
    assertThat(counts)
        .containsEntry("alpine-osv", 1L)
        .containsEntry("ubuntu-osv", 3L)
        .containsEntry("rocky-osv", 2L)
        .containsEntry("almalinux-osv", 4L)
        .containsEntry("redhat-osv", 3L);
    assertThat(counts.get("debian-tracker")).isGreaterThan(2);
    assertThat(counts.get("suse-osv")).isGreaterThan(2);
    assertThat(counts.get("debian-osv")).isGreaterThan(2);
  }

  private static DocumentVisitor counting(List<FeedImporter> importers, Map<String, Long> counts) {
    return new DocumentVisitor() {
      @Override
      public void document(FeedEntry entry) throws IOException {
        for (FeedImporter importer : importers) {
          if (importer.recognises(entry)) {
            importer.read(
                entry,
                record -> {
                  if (record instanceof Advisory advisory) {
                    counts.merge(advisory.source().value(), 1L, Long::sum);
                  }
                });
            return;
          }
        }
      }

      @Override
      public void unreadable(String where, String why) {
        assertThat(where).containsIgnoringCase("corrupt");
      }
    };
  }
}
