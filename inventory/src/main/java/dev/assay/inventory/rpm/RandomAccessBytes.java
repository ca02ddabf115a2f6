package dev.assay.inventory.rpm;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Objects;

/// Bytes that can be read at any position: a file, or an array in a test.
///
/// A file is read by position and not mapped: a database that shrinks while it is read (ndb and
/// SQLite truncate theirs) then ends in an EOFException, not in a fault of the process.
interface RandomAccessBytes {

  long size() throws IOException;

  /// Fills `length` bytes of `into` from `position`; an EOFException where there are fewer.
  void read(long position, byte[] into, int offset, int length) throws IOException;

  default byte[] read(long position, int length) throws IOException {
    byte[] bytes = new byte[length];
    read(position, bytes, 0, length);
    return bytes;
  }

  static RandomAccessBytes of(byte[] content) {
    return new RandomAccessBytes() {
      @Override
      public long size() {
        return content.length;
      }

      @Override
      public void read(long position, byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (position < 0 || position > content.length - (long) length) {
          throw new EOFException("The file ends before byte " + (position + length) + ".");
        }
        System.arraycopy(content, (int) position, into, offset, length);
      }
    };
  }

  static RandomAccessBytes of(FileChannel channel) {
    return new ChannelBytes(channel);
  }
}
