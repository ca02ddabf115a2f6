package dev.assay.vulndb.file;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// An opened database file: its sections, whose bytes are verified chunk by chunk as they are
/// first touched. For use by several threads; two may verify the same chunk, which does no harm.
public final class DatabaseFile implements AutoCloseable {
  private final String name;
  private final Runnable closing;
  private final MemorySegment segment;
  private final Header header;
  private final int[] chunkChecksums;
  private final boolean[] verified;

  private DatabaseFile(
      String name, Runnable closing, MemorySegment segment, Header header, int[] chunkChecksums) {
    this.name = name;
    this.closing = closing;
    this.segment = segment;
    this.header = header;
    this.chunkChecksums = chunkChecksums;
    this.verified = new boolean[chunkChecksums.length];
  }

  /// Maps a file.
  ///
  /// @throws IOException where it cannot be read at all
  /// @throws DatabaseException where it is no sound database
  public static DatabaseFile open(Path path) throws IOException {
    Arena arena = Arena.ofShared();
    try {
      return map(path, arena, arena::close);
    } catch (IOException | RuntimeException failed) {
      arena.close();
      throw failed;
    }
  }

  /// Maps a file for as long as anybody can reach it; closing it does nothing. For who passes it on
  /// and does not learn when the last one is done.
  ///
  /// @throws IOException where it cannot be read at all
  /// @throws DatabaseException where it is no sound database
  public static DatabaseFile openWhileReachable(Path path) throws IOException {
    return map(path, Arena.ofAuto(), () -> {});
  }

  private static DatabaseFile map(Path path, Arena arena, Runnable closing) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      MemorySegment segment = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return open(path.toString(), closing, segment);
    }
  }

  /// Over bytes in memory, which must not change; `name` stands for the file in messages.
  public static DatabaseFile of(String name, MemorySegment segment) {
    return open(name, () -> {}, segment);
  }

  private static DatabaseFile open(String name, Runnable closing, MemorySegment segment) {
    byte[] head = copyOf(segment, 0, (int) Math.min(segment.byteSize(), FileFormat.HEADER_LENGTH));
    Header header = Header.read(name, head, segment.byteSize());
    long tableStart = FileFormat.HEADER_LENGTH + header.bodyLength();
    byte[] table = copyOf(segment, tableStart, (int) (segment.byteSize() - tableStart));
    CRC32C crc = new CRC32C();
    crc.update(table);
    if ((int) crc.getValue() != header.chunkTableChecksum()) {
      throw new DatabaseException.Corrupt(name, "checksum of the chunk table");
    }
    int[] checksums = new int[table.length / 4];
    for (int i = 0; i < checksums.length; i++) {
      checksums[i] = (int) Header.fixed(table, 4 * i, 4);
    }
    return new DatabaseFile(name, closing, segment, header, checksums);
  }

  public String name() {
    return name;
  }

  /// A checksum of all of the content, as the header has it.
  public int checksum() {
    return header.chunkTableChecksum();
  }

  public Region section(Section section) {
    Header.Extent extent = header.extent(section);
    return new Region(this, extent.start(), extent.length());
  }

  /// Checks every byte.
  public void verify() {
    for (int chunk = 0; chunk < verified.length; chunk++) {
      verify(chunk);
    }
  }

  @Override
  public void close() {
    closing.run();
  }

  /// Copies at most `count` verified bytes of the body, of one chunk.
  int copy(long position, int count, byte[] into) {
    int chunk = (int) (position / FileFormat.CHUNK_LENGTH);
    if (!verified[chunk]) {
      verify(chunk);
    }
    long chunkEnd = (chunk + 1L) * FileFormat.CHUNK_LENGTH;
    int copied = (int) Math.min(count, chunkEnd - position);
    try {
      MemorySegment.copy(
          segment, ValueLayout.JAVA_BYTE, FileFormat.HEADER_LENGTH + position, into, 0, copied);
    } catch (InternalError fault) {
      throw vanished(fault);
    }
    return copied;
  }

  private void verify(int chunk) {
    long start = (long) chunk * FileFormat.CHUNK_LENGTH;
    long length = Math.min(FileFormat.CHUNK_LENGTH, header.bodyLength() - start);
    CRC32C crc = new CRC32C();
    try {
      crc.update(segment.asSlice(FileFormat.HEADER_LENGTH + start, length).asByteBuffer());
    } catch (InternalError fault) {
      throw vanished(fault);
    }
    if ((int) crc.getValue() != chunkChecksums[chunk]) {
      throw new DatabaseException.Corrupt(
          name, "checksum at byte " + (FileFormat.HEADER_LENGTH + start));
    }
    verified[chunk] = true;
  }

  /// The virtual machine reports a page that the file no longer has as an internal error.
  private DatabaseException vanished(InternalError fault) {
    DatabaseException gone =
        new DatabaseException.Corrupt(name, "it was changed or cut while it was open");
    gone.initCause(fault);
    return gone;
  }

  private static byte[] copyOf(MemorySegment segment, long start, int length) {
    byte[] copy = new byte[length];
    MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, start, copy, 0, length);
    return copy;
  }
}
