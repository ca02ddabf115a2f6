package dev.assay.inventory.rpm;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;

/// Arbitrary bytes as each of the formats. In an ordinary build these run once with no bytes at
/// all; JAZZER_FUZZ=1 makes them search.
class DatabaseFuzzTest {

  @FuzzTest
  void header(byte[] bytes) {
    try {
      RpmHeader header = RpmHeader.parse(Octets.bigEndian(bytes, bytes.length));
      PackageHeader.read(header, "Packages");
      HeaderFiles.paths(header, path -> {});
    } catch (DamagedException refused) {
      // An answer like any other.
    }
  }

  @FuzzTest
  void ndb(byte[] bytes) throws IOException {
    CollectedHeaders.from(new NdbDatabase(RandomAccessBytes.of(bytes)));
  }

  @FuzzTest
  void berkeley(byte[] bytes) throws IOException {
    CollectedHeaders.from(new BerkeleyDatabase(RandomAccessBytes.of(bytes)));
  }

  @FuzzTest
  void sqlite(byte[] bytes) throws IOException {
    int split = bytes.length - (bytes.length > 0 ? bytes[0] & 0xff : 0);
    byte[] file = Arrays.copyOf(bytes, Math.max(0, split));
    try {
      CollectedHeaders.from(
          new SqliteDatabase(RandomAccessBytes.of(file), RandomAccessBytes.of(bytes)));
    } catch (DamagedException refused) {
      // An answer like any other.
    }
  }
}
