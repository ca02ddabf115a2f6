package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The pages of an SQLite database as its last commit left them: from the write-ahead log where
/// it has them, else from the file. Pages are numbered from 1.
final class SqlitePager {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  static final int FILE_HEADER_LENGTH = 100;
  private static final int LEAST_USABLE = 480;

  private final RandomAccessBytes file;
  private final RandomAccessBytes logFile;
  private final WriteAheadLog log;
  private final int pageLength;
  private final int usable;
  private final long pageCount;
  private final PagesSeen seen;

  /// @param logFile empty where there is none
  SqlitePager(RandomAccessBytes file, RandomAccessBytes logFile) throws IOException {
    this.file = file;
    this.logFile = logFile;
    this.log = WriteAheadLog.read(logFile);
    ByteBuffer header = fileHeader();
    this.pageLength = pageLength(header);
    this.usable = pageLength - Byte.toUnsignedInt(header.get(20));
    unless(usable >= LEAST_USABLE, "It reserves most of each page.");
    unless(
        log.isEmpty() || log.pageLength() == pageLength,
        "The write-ahead log has pages of another length than the database.");
    this.pageCount = pageCount(header);
    this.seen = new PagesSeen(pageCount + 1);
  }

  static boolean isPageLength(int length) {
    return Integer.bitCount(length) == 1 && length >= 512 && length <= 65_536;
  }

  /// The bytes of a page that SQLite uses.
  int usable() {
    return usable;
  }

  /// The bytes of all pages, the most that anything in the database can have.
  long capacity() {
    return pageCount * pageLength;
  }

  /// Reads a page, which can be asked for once: a second time it is a loop.
  ByteBuffer page(long number) throws IOException {
    unless(
        number > 0 && seen.add(number),
        "Page " + number + " is linked to, but is out of the file or already in use.");
    Long frame = log.frames().get((int) number);
    try {
      return ByteBuffer.wrap(
              frame == null
                  ? file.read((number - 1) * pageLength, pageLength)
                  : logFile.read(frame, pageLength))
          .limit(usable);
    } catch (EOFException e) {
      throw new DamagedException("The file is cut short: page " + number + " is not there.");
    }
  }

  private ByteBuffer fileHeader() throws IOException {
    Long frame = log.frames().get(1);
    if (frame != null) {
      return ByteBuffer.wrap(logFile.read(frame, FILE_HEADER_LENGTH));
    }
    unless(file.size() > 0, "The file is empty.");
    unless(file.size() >= FILE_HEADER_LENGTH, "The file has only " + file.size() + " bytes.");
    return ByteBuffer.wrap(file.read(0, FILE_HEADER_LENGTH));
  }

  private static int pageLength(ByteBuffer header) {
    unless(
        header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC)),
        "It is no SQLite database: it does not begin with “SQLite format 3”.");
    int stated = Short.toUnsignedInt(header.getShort(16));
    int length = stated == 1 ? 65_536 : stated;
    unless(isPageLength(length), "Its pages are said to have " + length + " bytes.");
    return length;
  }

  /// The header's count holds only where the writer that stated it was the last one.
  private long pageCount(ByteBuffer header) throws IOException {
    if (!log.isEmpty()) {
      return log.pageCount();
    }
    long stated = Integer.toUnsignedLong(header.getInt(28));
    boolean current = stated > 0 && header.getInt(24) == header.getInt(92);
    return current ? stated : file.size() / pageLength;
  }
}
