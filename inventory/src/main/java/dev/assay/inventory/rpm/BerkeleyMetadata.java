package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import dev.assay.model.NotEvaluated.Reason;
import java.io.IOException;
import java.nio.ByteOrder;

/// What page 0 says of a Berkeley DB hash file: magic at 12, version at 16, page length at 20,
/// encryption at 24, kind at 25, flags at 26, last page at 32.
///
/// @param pages their number, page 0 included
record BerkeleyMetadata(ByteOrder order, int pageLength, long pages) {
  private static final int LENGTH = 512;
  private static final int HASH_MAGIC = 0x061561;
  private static final int BTREE_MAGIC = 0x053162;
  private static final int OLDEST_VERSION = 8;
  private static final int NEWEST_VERSION = 10;
  private static final int FLAG_CHECKSUM = 1;
  private static final int FLAGS_PARTITIONED = 2 | 4;

  static BerkeleyMetadata parse(RandomAccessBytes bytes) throws IOException {
    unless(bytes.size() >= LENGTH, "The file has only " + bytes.size() + " bytes.");
    byte[] head = bytes.read(0, LENGTH);
    int magic = Octets.bigEndian(head, LENGTH).int32(12);
    ByteOrder order =
        magic == HASH_MAGIC || magic == BTREE_MAGIC
            ? ByteOrder.BIG_ENDIAN
            : ByteOrder.LITTLE_ENDIAN;
    Octets page = Octets.of(head, LENGTH, order);
    supported(page.int32(12) != BTREE_MAGIC, "a B-tree, while rpm keeps headers in a hash");
    unless(page.int32(12) == HASH_MAGIC, "It is no Berkeley DB hash file.");
    int version = page.int32(16);
    supported(version >= OLDEST_VERSION && version <= NEWEST_VERSION, "of version " + version);
    supported(page.u8(24) == 0, "encrypted");
    supported((page.u8(26) & FLAG_CHECKSUM) == 0, "one with page checksums");
    supported((page.u8(26) & FLAGS_PARTITIONED) == 0, "partitioned");
    int pageLength = page.int32(20);
    unless(
        Integer.bitCount(pageLength) == 1 && pageLength >= 512 && pageLength <= 65_536,
        "Its pages are said to have " + pageLength + " bytes.");
    return new BerkeleyMetadata(order, pageLength, page.u32(32) + 1);
  }

  private static void supported(boolean yes, String otherwise) {
    if (!yes) {
      throw new DamagedException(Reason.UNSUPPORTED, "The Berkeley DB file is " + otherwise + ".");
    }
  }
}
