package dev.assay.inventory.elf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// The bytes of a file, read where they are wanted: a program may be larger than the memory.
public interface ElfBytes {
  long size() throws IOException;

  /// That many bytes from a position on.
  ///
  /// @throws EOFException if the file ends before
  byte[] read(long position, int length) throws IOException;

  static ElfBytes of(SeekableByteChannel channel) {
    return new ElfBytes() {
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
