package dev.assay.inventory.elf;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/// The bytes of a file, read where they are wanted: a program may be larger than the memory.
public interface ElfBytes extends Closeable {
  long size() throws IOException;

  /// That many bytes from a position on.
  ///
  /// @throws EOFException if the file ends before
  byte[] read(long position, int length) throws IOException;

  /// Does nothing where nothing is held.
  @Override
  default void close() throws IOException {}

  /// A file that is read already.
  static ElfBytes of(byte[] whole) {
    return new ElfBytes() {
      @Override
      public long size() {
        return whole.length;
      }

      @Override
      public byte[] read(long position, int length) throws IOException {
        if (position < 0 || length > whole.length - position) {
          throw new EOFException("The file ends before byte " + (position + length) + ".");
        }
        return Arrays.copyOfRange(whole, (int) position, (int) position + length);
      }
    };
  }

  /// A file that is open; closing this closes it.
  static ElfBytes of(SeekableByteChannel channel) {
    return new ElfBytes() {
      @Override
      public void close() throws IOException {
        channel.close();
      }

      @Override
      public long size() throws IOException {
        return channel.size();
      }

      @Override
      public byte[] read(long position, int length) throws IOException {
        if (position < 0 || length > size() - position) {
          throw new EOFException("The file ends before byte " + (position + length) + ".");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        channel.position(position);
        while (buffer.hasRemaining()) {
          if (channel.read(buffer) < 0) {
            throw new EOFException("The file became shorter while it was read.");
          }
        }
        return buffer.array();
      }
    };
  }
}
