package dev.assay.vulndb.file;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Records by number in compressed groups. The last groups read are kept, since who asks for one
/// vulnerability soon asks for its neighbour. See {@link FileFormat}; written by {@link
/// GroupedRecordsWriter}.
public final class GroupedRecords {
  /// A group longer than this is corrupt.
  static final int LONGEST_GROUP = 1 << 22;

  static final int ENTRY_LENGTH = 16;
  private static final int KEPT_GROUPS = 16;

  private final Region directory;
  private final Region content;
  private final AtomicReferenceArray<Group> kept = new AtomicReferenceArray<>(KEPT_GROUPS);

  public GroupedRecords(Region directory, Region content) {
    this.directory = directory;
    this.content = content;
  }

  /// A decoder over just this record.
  public Decoder record(long number) {
    Group group = groupOf(number);
    Decoder records = Decoder.of(content.fileName(), group.bytes, 0, group.bytes.length);
    for (long skipped = group.first; skipped < number; skipped++) {
      records.skip(records.number());
    }
    int length = records.number();
    if (length > records.remaining()) {
      throw records.corrupt("a record longer than its group");
    }
    int start = (int) records.position();
    return Decoder.of(content.fileName(), group.bytes, start, start + length);
  }

  private Group groupOf(long number) {
    long low = 0;
    long high = directory.length() / ENTRY_LENGTH - 1;
    while (low < high) {
      long middle = (low + high + 1) >>> 1;
      if (directory.at(middle * ENTRY_LENGTH).position32() <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Group group = kept.get((int) (low % KEPT_GROUPS));
    if (group == null || group.index != low) {
      group = inflate(low);
      kept.set((int) (low % KEPT_GROUPS), group);
    }
    return group;
  }

  private Group inflate(long index) {
    Decoder entry = directory.at(index * ENTRY_LENGTH);
    long first = entry.position32();
    long length = entry.position32();
    long position = entry.position32();
    long compressedLength = entry.position32();
    if (length > LONGEST_GROUP || compressedLength > LONGEST_GROUP) {
      throw entry.corrupt("the size of a group");
    }
    Region compressed = content.slice(position, compressedLength);
    byte[] bytes = new byte[(int) length];
    Inflater inflater = new Inflater(true);
    try {
      inflate(inflater, compressed, bytes);
    } catch (DataFormatException malformed) {
      throw entry.corrupt("a compressed group: " + malformed.getMessage());
    } finally {
      inflater.end();
    }
    return new Group(index, first, bytes);
  }

  private static void inflate(Inflater inflater, Region compressed, byte[] into)
      throws DataFormatException {
    byte[] input = new byte[FileFormat.CHUNK_LENGTH];
    long read = 0;
    int done = 0;
    while (done < into.length) {
      if (inflater.needsInput()) {
        int count = compressed.copy(read, input);
        read += count;
        inflater.setInput(input, 0, count);
        if (count == 0) {
          throw new DataFormatException("it ends too early");
        }
      }
      int inflated = inflater.inflate(into, done, into.length - done);
      done += inflated;
      if (inflated == 0 && !inflater.needsInput()) {
        throw new DataFormatException("it does not go on");
      }
    }
  }

  private static final class Group {
    final long index;
    final long first;
    final byte[] bytes;

    Group(long index, long first, byte[] bytes) {
      this.index = index;
      this.first = first;
      this.bytes = bytes;
    }
  }
}
