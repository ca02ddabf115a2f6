package dev.assay.vulndb.build;

import dev.assay.vulndb.file.DatabaseOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Puts a whole new file in the place of an old one, in one step.
final class AtomicFile {
  private AtomicFile() {}

  /// Writes what is behind the header and returns the header.
  @FunctionalInterface
  interface Body {
    byte[] writeTo(OutputStream body) throws IOException;
  }

  static void write(Path target, Body body) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path unfinished =
        absolute.resolveSibling(
            absolute.getFileName() + "." + ProcessHandle.current().pid() + ".unfinished");
    try {
      Files.deleteIfExists(unfinished);
      writeTo(unfinished, body);
      Files.move(
          unfinished,
          absolute,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    Path directory = absolute.getParent();
    if (directory != null) {
      sync(directory);
    }
  }

  private static void writeTo(Path file, Body body) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.position(DatabaseOutput.headerLength());
      OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      ByteBuffer header = ByteBuffer.wrap(body.writeTo(stream));
      stream.flush();
      while (header.hasRemaining()) {
        channel.write(header, header.position());
      }
      channel.force(true);
    }
  }

  /// Makes the new name itself last; not every system can.
  private static void sync(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // The content is safe; after a power failure the old file may be back.
    }
  }
}
