package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import java.io.IOException;

/// Walks one table of an SQLite database, a b-tree with the rows' records in its leaves
/// (https://sqlite.org/fileformat2.html, sections 1.6 and 1.7).
///
/// A page begins (page 1: after the file's header) with its kind, the number of its cells at 3
/// and, on an interior page, its last child at 8; then come the cells' offsets. An interior
/// page's cell is a child's number and a key; a leaf's is the payload's length, the row's id, as
/// much of the payload as fits, and the first overflow page of the rest.
final class SqliteTable {
  private static final int KIND_INTERIOR = 5;
  private static final int KIND_LEAF = 13;
  private static final int MOST_LEVELS = 20;

  private final SqlitePager pager;
  private final int longestPayload;
  private final ReusedArray payloads = new ReusedArray();

  SqliteTable(SqlitePager pager, int longestPayload) {
    this.pager = pager;
    this.longestPayload = longestPayload;
  }

  /// Receives the rows and the losses of a table; a row is valid during the call only.
  interface Rows {
    void row(long id, SqliteRecord row);

    void lost(DamagedException damage);
  }

  /// Reads the table whose tree begins at page `root`.
  void read(long root, Rows rows) throws IOException {
    readPage(root, MOST_LEVELS, rows);
  }

  private void readPage(long number, int levels, Rows rows) throws IOException {
    try {
      unless(levels > 0, "The tree is too deep at page " + number + ".");
      Octets page = pager.page(number);
      int start = number == 1 ? SqlitePager.FILE_HEADER_LENGTH : 0;
      switch (page.u8(start)) {
        case KIND_INTERIOR -> readInterior(new Cells(page, start, 12, number), levels, rows);
        case KIND_LEAF -> readLeaf(new Cells(page, start, 8, number), rows);
        default ->
            throw new DamagedException(
                "Page " + number + " is no page of a table, but of kind " + page.u8(start) + ".");
      }
    } catch (DamagedException e) {
      rows.lost(e);
    }
  }

  private void readInterior(Cells cells, int levels, Rows rows) throws IOException {
    for (int cell = 0; cell < cells.count; cell++) {
      readPage(cells.page.u32(cells.offset(cell)), levels - 1, rows);
    }
    readPage(cells.page.u32(cells.start + 8), levels - 1, rows);
  }

  private void readLeaf(Cells cells, Rows rows) throws IOException {
    for (int cell = 0; cell < cells.count; cell++) {
      try {
        Varints numbers = new Varints(cells.page, cells.offset(cell));
        long length = numbers.next();
        long id = numbers.next();
        rows.row(id, SqliteRecord.parse(payload(cells.page, numbers.position(), length, id)));
      } catch (DamagedException e) {
        rows.lost(e);
      }
    }
  }

  /// Collects a payload that begins on the page at `start`.
  private Octets payload(Octets page, int start, long length, long id) throws IOException {
    unless(
        length >= 0 && length <= Math.min(longestPayload, pager.capacity()),
        "Row " + id + " is said to have " + Long.toUnsignedString(length) + " bytes.");
    int whole = (int) length;
    int filled = localLength(whole);
    if (filled == whole) {
      return page.part(start, whole);
    }
    long next = page.u32(start + filled);
    byte[] payload = payloads.atLeast(whole);
    page.copy(start, filled, payload, 0);
    while (filled < whole) {
      Octets overflow = pager.passingPage(next);
      int part = Math.min(whole - filled, overflow.length() - 4);
      overflow.copy(4, part, payload, filled);
      filled += part;
      next = overflow.u32(0);
    }
    return Octets.bigEndian(payload, whole);
  }

  /// How much of a payload is on the leaf itself: the file format's own arithmetic.
  private int localLength(int payload) {
    int usable = pager.usable();
    int most = usable - 35;
    if (payload <= most) {
      return payload;
    }
    int least = (usable - 12) * 32 / 255 - 23;
    int fitting = least + (payload - least) % (usable - 4);
    return fitting <= most ? fitting : least;
  }

  /// The cells of one page.
  private static final class Cells {
    private final Octets page;
    private final int start;
    private final int pointers;
    private final long number;
    private final int count;

    Cells(Octets page, int start, int headerLength, long number) {
      this.page = page;
      this.start = start;
      this.pointers = start + headerLength;
      this.number = number;
      this.count = page.u16(start + 3);
      unless(
          pointers + 2 * count <= page.length(), "Page " + number + " claims " + count + " cells.");
    }

    int offset(int cell) {
      int offset = page.u16(pointers + 2 * cell);
      unless(
          offset >= pointers + 2 * count && offset < page.length(),
          "Cell " + cell + " of page " + number + " is not on the page.");
      return offset;
    }
  }
}
