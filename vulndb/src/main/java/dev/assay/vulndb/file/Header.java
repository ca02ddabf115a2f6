package dev.assay.vulndb.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32C;

/// The first 4,096 bytes of a file.
///
/// @param sections where each section is in the body; all are there
record Header(long bodyLength, int chunkTableChecksum, Map<Section, Extent> sections) {

  /// A piece of the body.
  record Extent(long start, long length) {}

  Extent extent(Section section) {
    Extent extent = sections.get(section);
    if (extent == null) {
      throw new IllegalStateException("No section " + section);
    }
    return extent;
  }

  /// The length of the file that has this header.
  long fileLength() {
    return fileLength(bodyLength);
  }

  private static long fileLength(long bodyLength) {
    return FileFormat.HEADER_LENGTH + bodyLength + 4 * FileFormat.chunks(bodyLength);
  }

  byte[] toBytes() {
    Encoder encoder = new Encoder();
    byte[] magic = FileFormat.MAGIC.getBytes(StandardCharsets.US_ASCII);
    encoder
        .bytes(magic, 0, magic.length)
        .fixed(FileFormat.VERSION, 4)
        .fixed(0, 4)
        .fixed(fileLength(), 8)
        .fixed(bodyLength, 8)
        .fixed(chunkTableChecksum, 4)
        .fixed(Section.ALL.size(), 4);
    for (Section section : Section.ALL) {
      Extent extent = extent(section);
      encoder.fixed(section.number(), 4).fixed(extent.start(), 8).fixed(extent.length(), 8);
    }
    byte[] bytes = Arrays.copyOf(encoder.toBytes(), FileFormat.HEADER_LENGTH);
    int checksum = checksum(bytes);
    for (int i = 0; i < 4; i++) {
      bytes[FileFormat.HEADER_CHECKSUM_AT + i] = (byte) (checksum >>> (8 * i));
    }
    return bytes;
  }

  /// Reads the start of a file, at most {@link FileFormat#HEADER_LENGTH} bytes, and checks all
  /// that can be checked without reading on. The checksum comes before the length, so that a
  /// damaged length is not taken for a file cut short.
  static Header read(String file, byte[] head, long fileLength) {
    byte[] magic = FileFormat.MAGIC.getBytes(StandardCharsets.US_ASCII);
    if (head.length < magic.length
        || !Arrays.equals(head, 0, magic.length, magic, 0, magic.length)) {
      throw new DatabaseException.NotADatabase(file);
    }
    if (head.length < FileFormat.VERSION_AT + 4) {
      throw new DatabaseException.Truncated(file, FileFormat.HEADER_LENGTH, fileLength);
    }
    long version = fixed(head, FileFormat.VERSION_AT, 4);
    if (version != FileFormat.VERSION) {
      throw new DatabaseException.UnsupportedVersion(file, version);
    }
    if (head.length < FileFormat.HEADER_LENGTH) {
      throw new DatabaseException.Truncated(file, FileFormat.HEADER_LENGTH, fileLength);
    }
    if ((int) fixed(head, FileFormat.HEADER_CHECKSUM_AT, 4) != checksum(head)) {
      throw new DatabaseException.Corrupt(file, "checksum of the header");
    }
    return checkedLengths(file, head, fileLength);
  }

  private static Header checkedLengths(String file, byte[] head, long fileLength) {
    long stated = fixed(head, FileFormat.FILE_LENGTH_AT, 8);
    if (fileLength < stated) {
      throw new DatabaseException.Truncated(file, stated, fileLength);
    }
    long bodyLength = fixed(head, FileFormat.BODY_LENGTH_AT, 8);
    if (bodyLength < 0
        || bodyLength > fileLength
        || FileFormat.chunks(bodyLength) > Integer.MAX_VALUE / 4
        || fileLength(bodyLength) != fileLength
        || stated != fileLength) {
      throw new DatabaseException.Corrupt(file, "lengths in the header");
    }
    return new Header(
        bodyLength,
        (int) fixed(head, FileFormat.CHUNK_TABLE_CHECKSUM_AT, 4),
        sections(file, head, bodyLength));
  }

  private static Map<Section, Extent> sections(String file, byte[] head, long bodyLength) {
    if (fixed(head, FileFormat.SECTION_COUNT_AT, 4) != Section.ALL.size()) {
      throw new DatabaseException.Corrupt(file, "number of sections");
    }
    Map<Section, Extent> sections = new EnumMap<>(Section.class);
    int at = FileFormat.SECTIONS_AT;
    for (Section section : Section.ALL) {
      long start = fixed(head, at + 4, 8);
      long length = fixed(head, at + 12, 8);
      if (fixed(head, at, 4) != section.number()
          || start < 0
          || length < 0
          || start > bodyLength - length) {
        throw new DatabaseException.Corrupt(file, "a section outside the file");
      }
      sections.put(section, new Extent(start, length));
      at += FileFormat.SECTION_ENTRY_LENGTH;
    }
    return sections;
  }

  static long fixed(byte[] bytes, int at, int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value |= (bytes[at + i] & 0xffL) << (8 * i);
    }
    return value;
  }

  private static int checksum(byte[] header) {
    CRC32C crc = new CRC32C();
    crc.update(header, 0, FileFormat.HEADER_CHECKSUM_AT);
    return (int) crc.getValue();
  }
}
