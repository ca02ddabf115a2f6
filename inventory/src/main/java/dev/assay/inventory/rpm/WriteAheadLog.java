package dev.assay.inventory.rpm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    ByteBuffer header = ByteBuffer.wrap(log.read(0, HEADER_LENGTH));
    int magic = header.getInt(0);
    int pageLength = header.getInt(8);
    if ((magic != MAGIC_LITTLE_ENDIAN && magic != MAGIC_BIG_ENDIAN)
        || header.getInt(4) != VERSION
        || !SqlitePager.isPageLength(pageLength)) {
      return NONE;
    }
    Checksum checksum =
        new Checksum(magic == MAGIC_BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    checksum.add(header, 0, 24);
    return checksum.value() == header.getLong(24)
        ? readFrames(log, pageLength, header.getLong(16), checksum)
        : NONE;
  }

  private static WriteAheadLog readFrames(
      RandomAccessBytes log, int pageLength, long salts, Checksum checksum) throws IOException {
    long pageCount = 0;
    long lastChecksum = 0;
    Map<Integer, Long> frames = new HashMap<>();
    Map<Integer, Long> pending = new HashMap<>();
    int frameLength = FRAME_HEADER_LENGTH + pageLength;
    ByteBuffer frame = ByteBuffer.allocate(frameLength);
    long last = log.size() - frameLength;
    for (long position = HEADER_LENGTH; position <= last; position += frameLength) {
      log.read(position, frame.array(), 0, frameLength);
      checksum.add(frame, 0, 8);
      checksum.add(frame, FRAME_HEADER_LENGTH, pageLength);
      if (frame.getLong(8) != salts
          || frame.getLong(16) != checksum.value()
          || frame.getInt(0) == 0) {
        break;
      }
      pending.put(frame.getInt(0), position + FRAME_HEADER_LENGTH);
      if (frame.getInt(4) != 0) {
        frames.putAll(pending);
        pending.clear();
        pageCount = Integer.toUnsignedLong(frame.getInt(4));
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
    private final ByteOrder order;
    private int first;
    private int second;

    Checksum(ByteOrder order) {
      this.order = order;
    }

    void add(ByteBuffer bytes, int from, int length) {
      ByteBuffer numbers = bytes.duplicate().order(order);
      for (int at = from; at < from + length; at += 8) {
        first += numbers.getInt(at) + second;
        second += numbers.getInt(at + 4) + first;
      }
    }

    long value() {
      return (long) first << 32 | Integer.toUnsignedLong(second);
    }
  }
}
