package dev.assay.vulndb.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Descriptions of advisories, each distinct one once: several sources carry a CVE's own text. A
/// text is known by its SHA-256, so that it need not be read again to be compared.
final class Descriptions {
  private final Spool spool;
  private final Dictionary digests = new Dictionary();
  private final LongColumn positions = new LongColumn();
  private final IntColumn lengths = new IntColumn();
  private final MessageDigest sha256;

  Descriptions(Spool spool) {
    this.spool = spool;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has SHA-256", missing);
    }
  }

  int size() {
    return digests.size();
  }

  int numberOf(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    byte[] digest = sha256.digest(utf8);
    int before = digests.size();
    int number = digests.numberOf(digest, digest.length);
    if (number == before) {
      positions.add(spool.append(utf8, utf8.length));
      lengths.add(utf8.length);
    }
    return number;
  }

  /// The text in UTF-8.
  byte[] text(int number) {
    return spool.read(positions.get(number), lengths.get(number));
  }
}
