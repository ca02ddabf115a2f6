package dev.assay.vulndb.file;

import java.nio.charset.StandardCharsets;
import java.util.function.ObjLongConsumer;

/// Records by key: a key's number in constant time, and all keys in order. See {@link
/// FileFormat}; written by {@link KeyIndexWriter}.
public final class KeyIndex {
  private final Region records;
  private final Region slots;
  private final long mask;

  public KeyIndex(Region records, Region slots) {
    long count = slots.length() / 4;
    if (slots.length() % 4 != 0 || Long.bitCount(count) != 1) {
      throw new DatabaseException.Corrupt(slots.fileName(), "the size of a hash table");
    }
    this.records = records;
    this.slots = slots;
    this.mask = count - 1;
  }

  /// The number stored with a key, or -1 where there is no such key.
  public long find(String key) {
    byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
    long slot = hash(utf8, utf8.length) & mask;
    Decoder slotDecoder = slots.at(4 * slot);
    Decoder record = records.at(0);
    for (long probes = 0; probes <= mask; probes++) {
      long positionAndOne = slotDecoder.position32();
      if (positionAndOne == 0) {
        return -1;
      }
      record.seek(positionAndOne - 1);
      if (record.textIs(utf8)) {
        return record.longNumber();
      }
      slot = (slot + 1) & mask;
      slotDecoder.seek(4 * slot);
    }
    return -1;
  }

  /// Visits all keys in the order of their bytes.
  public void forEach(ObjLongConsumer<String> visitor) {
    Decoder record = records.at(0);
    while (record.remaining() > 0) {
      String key = record.text();
      visitor.accept(key, record.longNumber());
    }
  }

  /// FNV-1a with a last stir, for its low bits are weak. Part of the format.
  static int hash(byte[] key, int length) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ (key[i] & 0xff)) * 0x01000193;
    }
    hash ^= hash >>> 15;
    hash *= 0x2c1b3c6d;
    return hash ^ (hash >>> 13);
  }
}
