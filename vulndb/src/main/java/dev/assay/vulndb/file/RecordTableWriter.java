package dev.assay.vulndb.file;

/// Lays out a {@link RecordTable}.
public final class RecordTableWriter {
  private final Encoder positions = new Encoder();
  private final Encoder records = new Encoder();

  /// Begins the next record, to be written to the encoder returned.
  public Encoder next() {
    positions.fixed(records.length(), 4);
    return records;
  }

  public Encoder positions() {
    return positions;
  }

  public Encoder records() {
    return records;
  }
}
