package dev.assay.feeds.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.alpine.AlpineSecdbImporter;
import dev.assay.feeds.amazon.AmazonImporter;
import dev.assay.feeds.redhat.RedHatCveImporter;
import dev.assay.feeds.rocky.RockyErrataImporter;
import dev.assay.feeds.ubuntu.UbuntuCveImporter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// The feeds' own download forms, in the small samples.
class NativeSamplesTest {
  private static final String SAMPLES = "samples/native-feed-samples.tar.zst";

  @Test
  void each_importer_reads_its_own_and_no_other() throws IOException {
    Map<String, List<String>> read = new TreeMap<>();
    List<FeedImporter> importers =
        List.of(
            new UbuntuCveImporter(),
            new AlpineSecdbImporter(),
            new AmazonImporter(),
            new RedHatCveImporter(),
            new RockyErrataImporter());
    SharedPack.visit(
        SAMPLES,
        packed -> {
          Document document = unpacked(packed);
          for (FeedImporter importer : importers) {
            if (importer.recognises(document)) {
              Imported imported = Imported.by(importer, document);
              read.computeIfAbsent(importer.source().value(), source -> new ArrayList<>())
                  .add(fileName(packed.path()) + " " + imported.advisories().size());
              assertThat(imported.rejections()).as(packed.path()).isEmpty();
            }
          }
        });
    assertThat(read.get("ubuntu-cve-tracker"))
        .containsExactlyInAnyOrder(
            "CVE-1999-1572 1", "CVE-2022-36879 1", "CVE-2005-0406 1", "CVE-2006-0836 1");
    assertThat(read.get("alpine-secdb")).hasSize(5);
    assertThat(read.get("amazon-updateinfo"))
        .containsExactlyInAnyOrder(
            "updateinfo_1.xml.gz 1",
            "updateinfo_2.xml.gz 1",
            "updateinfo_2_kernel-5.15.xml.gz 1",
            "updateinfo_2022.xml.gz 1",
            "updateinfo_2023.xml.gz 1",
            "updateinfo_2023_kernel-livepatch.xml.gz 1",
            "updateinfo_2023_nvidia.xml.gz 1");
    assertThat(read.get("redhat-cve")).hasSize(5);
    assertThat(read).doesNotContainKey("rocky-errata");
  }

  private static Document unpacked(Document packed) {
    if (!packed.path().endsWith(".gz")) {
      return packed;
    }
    try (GZIPInputStream content =
        new GZIPInputStream(new ByteArrayInputStream(packed.content()))) {
      return new Document(packed.path(), content.readAllBytes());
    } catch (IOException damagedOnPurpose) {
      return new Document(packed.path(), new byte[0]);
    }
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
