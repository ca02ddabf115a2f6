package dev.assay.vulndb.build;

import dev.assay.vulndb.file.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes put aside until the file is written: in memory while they are few, else in a temporary
/// file that vanishes when this is closed.
final class Spool implements AutoCloseable {
  private static final int KEPT_IN_MEMORY = 1 << 22;

  private final Encoder unwritten = new Encoder();
  private @Nullable FileChannel file;
  private long written;

  /// Puts bytes at the end; returns their position.
  long append(byte[] bytes, int length) {
    long position = written + unwritten.length();
    unwritten.bytes(bytes, 0, length);
    if (unwritten.length() >= KEPT_IN_MEMORY) {
      flush();
    }
    return position;
  }

  byte[] read(long position, int length) {
    if (position >= written) {
      int start = (int) (position - written);
      return Arrays.copyOfRange(unwritten.buffer(), start, start + length);
    }
    ByteBuffer buffer = ByteBuffer.allocate(length);
    try {
      FileChannel channel = opened();
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, position + buffer.position()) < 0) {
          throw new IOException("The temporary file of the build was cut short");
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return buffer.array();
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void flush() {
    ByteBuffer buffer = ByteBuffer.wrap(unwritten.buffer(), 0, unwritten.length());
    try {
      FileChannel channel = opened();
      while (buffer.hasRemaining()) {
        written += channel.write(buffer, written);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    unwritten.clear();
  }

  private FileChannel opened() throws IOException {
    FileChannel channel = file;
    if (channel == null) {
      Path path = Files.createTempFile("assay-build", ".spool");
      channel =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = channel;
    }
    return channel;
  }
}
