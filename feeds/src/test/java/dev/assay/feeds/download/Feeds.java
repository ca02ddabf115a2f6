package dev.assay.feeds.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small feeds in the feeds' own forms.
final class Feeds {
  private Feeds() {}

  static byte[] kev(String cve) {
    return """
        {"catalogVersion": "1", "vulnerabilities": [{"cveID": "%s", "dateAdded": "2024-01-02"}]}
        """
        .formatted(cve)
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] epss() {
    return gzip("#score_date:2024-01-02\ncve,epss,percentile\nCVE-2021-44228,0.9,0.99\n");
  }

  static byte[] updateinfo() {
    return gzip("<updates><update><id>ALAS2-2024-1</id></update></updates>");
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /// An OSV archive of records that do not compress well, so that it is as large as wanted.
  static byte[] osvZip(int records) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      Random random = new Random(records);
      for (int i = 0; i < records; i++) {
        zip.putNextEntry(new ZipEntry("CVE-2024-" + (1000 + i) + ".json"));
        zip.write(
            ("{\"id\": \"CVE-2024-" + random.nextLong() + "\"}").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static byte[] repomd(String href, String sha256) {
    return """
        <?xml version="1.0"?>
        <repomd xmlns="http://linux.duke.edu/metadata/repo">
          <data type="primary"><checksum type="sha256">00</checksum><location href="p.gz"/></data>
          <data type="updateinfo">
            <checksum type="sha256">%s</checksum>
            <open-checksum type="sha256">11</open-checksum>
            <location href="%s"/>
          </data>
        </repomd>
        """
        .formatted(sha256, href)
        .getBytes(StandardCharsets.UTF_8);
  }
}
