package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import java.io.EOFException;
import java.io.IOException;

/// The pages of an SQLite database as its last commit left them: from the write-ahead log where
/// it has them, else from the file. Pages are numbered from 1.
final class SqlitePager {
  private static final String MAGIC = "SQLite format 3\0";
  static final int FILE_HEADER_LENGTH = 100;
  private static final int LEAST_USABLE = 480;

  private final RandomAccessBytes file;
  private final RandomAccessBytes logFile;
  private final WriteAheadLog log;
  private final int pageLength;
  private final int usable;
  private final long statedPages;
  private final long presentPages;
  private final PagesSeen seen;
  private final ReusedArray passing = new ReusedArray();

  /// @param logFile empty where there is none
  SqlitePager(RandomAccessBytes file, RandomAccessBytes logFile) throws IOException {
    this.file = file;
    this.logFile = logFile;
    this.log = WriteAheadLog.read(logFile);
    Octets header = fileHeader();
    this.pageLength = pageLength(header);
    this.usable = pageLength - header.u8(20);
    unless(usable >= LEAST_USABLE, "It reserves most of each page.");
    unless(
        log.isEmpty() || log.pageLength() == pageLength,
        "The write-ahead log has pages of another length than the database.");
    this.presentPages = file.size() / pageLength + log.frames().size();
    this.statedPages = statedPages(header);
    this.seen = new PagesSeen(Math.min(statedPages, presentPages) + 1);
  }

  static boolean isPageLength(int length) {
    return Integer.bitCount(length) == 1 && length >= 512 && length <= 65_536;
  }

  /// The bytes of a page that SQLite uses.
  int usable() {
    return usable;
  }

  /// The bytes of all pages that are there, the most that anything in the database can have.
  long capacity() {
    return presentPages * pageLength;
  }

  /// Reads a page, which can be asked for once: a second time it is a loop.
  Octets page(long number) throws IOException {
    return page(number, new byte[pageLength]);
  }

  /// Reads a page that is not needed any more when the next one is read so.
  Octets passingPage(long number) throws IOException {
    return page(number, passing.atLeast(pageLength));
  }

  private Octets page(long number, byte[] into) throws IOException {
    if (number > presentPages && number <= statedPages) {
      throw cutShort(number);
    }
    unless(
        number > 0 && seen.add(number),
        "Page " + number + " is linked to, but is out of the file or already in use.");
    Long frame = log.frames().get((int) number);
    try {
      if (frame == null) {
        file.read((number - 1) * pageLength, into, 0, pageLength);
      } else {
        logFile.read(frame, into, 0, pageLength);
      }
      return Octets.bigEndian(into, usable);
    } catch (EOFException e) {
      throw cutShort(number);
    }
  }

  private static DamagedException cutShort(long number) {
    return new DamagedException("The file is cut short: page " + number + " is not there.");
  }

  private Octets fileHeader() throws IOException {
    Long frame = log.frames().get(1);
    if (frame == null) {
      unless(file.size() > 0, "The file is empty.");
      unless(file.size() >= FILE_HEADER_LENGTH, "The file has only " + file.size() + " bytes.");
    }
    byte[] header =
        frame == null ? file.read(0, FILE_HEADER_LENGTH) : logFile.read(frame, FILE_HEADER_LENGTH);
    return Octets.bigEndian(header, FILE_HEADER_LENGTH);
  }

  private static int pageLength(Octets header) {
    unless(
        header.text(0, MAGIC.length()).equals(MAGIC),
        "It is no SQLite database: it does not begin with “SQLite format 3”.");
    int stated = header.u16(16);
    int length = stated == 1 ? 65_536 : stated;
    unless(isPageLength(length), "Its pages are said to have " + length + " bytes.");
    return length;
  }

  /// The header's count holds only where the writer that stated it was the last one.
  private long statedPages(Octets header) throws IOException {
    if (!log.isEmpty()) {
      return log.pageCount();
    }
    long stated = header.u32(28);
    boolean current = stated > 0 && header.int32(24) == header.int32(92);
    return current ? stated : file.size() / pageLength;
  }
}
