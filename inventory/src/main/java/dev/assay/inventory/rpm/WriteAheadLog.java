package dev.assay.inventory.rpm;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// What SQLite's write-ahead log (`-wal`) adds to its database: the newest committed content of
/// some pages.
///
/// The log is a header of 32 bytes (magic, version, page length, sequence, two salts, checksum)
/// and frames: 24 bytes (page number, pages of the database where the frame ends a transaction
/// else 0, the salts, checksum) and the page. The checksum runs on from frame to frame. A frame
/// with other salts or a wrong checksum is left over from an earlier use of the file: there the
/// log ends. Frames after the last commit are of a transaction that did not come to its end.
/// (https://sqlite.org/walformat.html)
///
/// @param pageCount the pages of the database after the last commit; 0 where nothing is committed
/// @param frames page number → where its newest committed content begins in the log
/// @param checksum the last committed frame's, which stands for all of the log's content
record WriteAheadLog(int pageLength, long pageCount, Map<Integer, Long> frames, long checksum) {
  WriteAheadLog {
    frames = Map.copyOf(frames);
  }

  static final WriteAheadLog NONE = new WriteAheadLog(0, 0, Map.of(), 0);

  private static final int MAGIC_LITTLE_ENDIAN = 0x377f0682;
  private static final int MAGIC_BIG_ENDIAN = 0x377f0683;
  private static final int VERSION = 3_007_000;
  private static final int HEADER_LENGTH = 32;
  private static final int FRAME_HEADER_LENGTH = 24;

  /// Reads the log; one that SQLite would not use is NONE.
  static WriteAheadLog read(RandomAccessBytes log) throws IOException {
    if (log.size() < HEADER_LENGTH) {
      return NONE;
    }
    byte[] head = log.read(0, HEADER_LENGTH);
    Octets header = Octets.bigEndian(head, HEADER_LENGTH);
    int magic = header.int32(0);
    int pageLength = header.int32(8);
    if ((magic != MAGIC_LITTLE_ENDIAN && magic != MAGIC_BIG_ENDIAN)
        || header.int32(4) != VERSION
        || !SqlitePager.isPageLength(pageLength)) {
      return NONE;
    }
    Checksum checksum = new Checksum(magic == MAGIC_BIG_ENDIAN);
    checksum.add(head, 0, 24);
    return checksum.value() == header.int64(24)
        ? readFrames(log, pageLength, header.int64(16), checksum)
        : NONE;
  }

  private static WriteAheadLog readFrames(
      RandomAccessBytes log, int pageLength, long salts, Checksum checksum) throws IOException {
    long pageCount = 0;
    long lastChecksum = 0;
    Map<Integer, Long> frames = new HashMap<>();
    Map<Integer, Long> pending = new HashMap<>();
    int frameLength = FRAME_HEADER_LENGTH + pageLength;
    byte[] array = new byte[frameLength];
    Octets frame = Octets.bigEndian(array, frameLength);
    long last = log.size() - frameLength;
    for (long position = HEADER_LENGTH; position <= last; position += frameLength) {
      log.read(position, array, 0, frameLength);
      checksum.add(array, 0, 8);
      checksum.add(array, FRAME_HEADER_LENGTH, pageLength);
      if (frame.int64(8) != salts || frame.int64(16) != checksum.value() || frame.int32(0) == 0) {
        break;
      }
      pending.put(frame.int32(0), position + FRAME_HEADER_LENGTH);
      if (frame.int32(4) != 0) {
        frames.putAll(pending);
        pending.clear();
        pageCount = frame.u32(4);
        lastChecksum = checksum.value();
      }
    }
    return new WriteAheadLog(pageLength, pageCount, frames, lastChecksum);
  }

  boolean isEmpty() {
    return frames.isEmpty();
  }

  /// The log's own checksum: two running sums over pairs of 32-bit numbers.
  private static final class Checksum {
    private final boolean bigEndian;
    private int first;
    private int second;

    Checksum(boolean bigEndian) {
      this.bigEndian = bigEndian;
    }

    void add(byte[] bytes, int from, int length) {
      Octets numbers =
          bigEndian
              ? Octets.bigEndian(bytes, bytes.length)
              : Octets.littleEndian(bytes, bytes.length);
      for (int at = from; at < from + length; at += 8) {
        first += numbers.int32(at) + second;
        second += numbers.int32(at + 4) + first;
      }
    }

    long value() {
      return (long) first << 32 | Integer.toUnsignedLong(second);
    }
  }
}
