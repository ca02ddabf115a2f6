package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import java.util.ArrayList;
import java.util.List;

/// A row of an SQLite table: a header (its own length, then a serial type for each column) and
/// the columns' bytes one after the other (https://sqlite.org/fileformat2.html, section 2.1).
record SqliteRecord(List<Column> columns) {
  private static final int MOST_COLUMNS = 64;
  private static final int[] FIXED_LENGTHS = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
  private static final int FIRST_BLOB_TYPE = 12;
  private static final int FIRST_TEXT_TYPE = 13;

  /// A column's serial type and bytes.
  record Column(long type, Octets bytes) {}

  static SqliteRecord parse(Octets payload) {
    Varints types = new Varints(payload, 0);
    long headerLength = types.next();
    unless(
        headerLength > 0 && headerLength <= payload.length(),
        "A row's header is longer than the row.");
    List<Column> columns = new ArrayList<>();
    long position = headerLength;
    while (types.position() < headerLength) {
      unless(columns.size() < MOST_COLUMNS, "A row has more than " + MOST_COLUMNS + " columns.");
      long type = types.next();
      long length = length(type);
      unless(length <= payload.length() - position, "A row's column reaches out of it.");
      columns.add(new Column(type, payload.part((int) position, (int) length)));
      position += length;
    }
    return new SqliteRecord(columns);
  }

  private static long length(long type) {
    if (type >= FIRST_BLOB_TYPE) {
      return (type - FIRST_BLOB_TYPE) / 2;
    }
    unless(type >= 0 && type < FIXED_LENGTHS.length, "A row has a column of type " + type + ".");
    return FIXED_LENGTHS[(int) type];
  }

  Octets blob(int column) {
    Column wanted = column(column);
    unless(
        wanted.type >= FIRST_BLOB_TYPE && wanted.type % 2 == 0,
        "Column " + column + " of a row is no blob.");
    return wanted.bytes;
  }

  String text(int column) {
    Column wanted = column(column);
    unless(
        wanted.type >= FIRST_TEXT_TYPE && wanted.type % 2 == 1,
        "Column " + column + " of a row is no text.");
    return wanted.bytes.text(0, wanted.bytes.length());
  }

  long integer(int column) {
    Column wanted = column(column);
    unless(
        wanted.type >= 1 && wanted.type <= 9 && wanted.type != 7,
        "Column " + column + " of a row is no integer.");
    if (wanted.type >= 8) {
      return wanted.type - 8;
    }
    long value = (byte) wanted.bytes.u8(0);
    for (int i = 1; i < wanted.bytes.length(); i++) {
      value = value << 8 | wanted.bytes.u8(i);
    }
    return value;
  }

  private Column column(int column) {
    unless(column < columns.size(), "A row has only " + columns.size() + " columns.");
    return columns.get(column);
  }
}
