package dev.assay.vulndb.file;

/// Records by number. See {@link FileFormat}; written by {@link RecordTableWriter}.
public final class RecordTable {
  private final Region positions;
  private final Region records;

  public RecordTable(Region positions, Region records) {
    this.positions = positions;
    this.records = records;
  }

  public long size() {
    return positions.length() / 4;
  }

  /// A decoder at the start of a record.
  public Decoder record(long number) {
    if (number < 0 || number >= size()) {
      throw new DatabaseException.Corrupt(records.fileName(), "a reference to no record");
    }
    return records.at(positions.at(4 * number).position32());
  }
}
