package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import java.io.IOException;

/// An SQLite database, `rpmdb.sqlite` (rpm since 4.16: Fedora, RHEL 9 and later, Amazon Linux
/// 2023), whose table `Packages(hnum INTEGER PRIMARY KEY, blob BLOB)` holds the headers. Why not
/// by SQLite itself: docs/adr/0003.
final class SqliteDatabase implements HeaderDatabase {
  private static final int SCHEMA_PAGE = 1;
  private static final int LONGEST_SCHEMA_ROW = 1 << 20;
  private static final int LONGEST_ROW = LONGEST_HEADER + 64;
  private static final int BLOB_COLUMN = 1;

  private final SqlitePager pager;

  /// @param log the write-ahead log, `rpmdb.sqlite-wal`; empty where there is none
  SqliteDatabase(RandomAccessBytes file, RandomAccessBytes log) throws IOException {
    this.pager = new SqlitePager(file, log);
  }

  @Override
  public void read(Sink sink) throws IOException {
    Schema schema = new Schema(sink);
    new SqliteTable(pager, LONGEST_SCHEMA_ROW).read(SCHEMA_PAGE, schema);
    unless(schema.packagesRoot > 0, "It has no table Packages.");
    new SqliteTable(pager, LONGEST_ROW).read(schema.packagesRoot, new Headers(sink));
  }

  /// Looks for the table in `sqlite_schema(type, name, tbl_name, rootpage, sql)`.
  private static final class Schema implements SqliteTable.Rows {
    private final Sink sink;
    private long packagesRoot;

    Schema(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void row(long id, SqliteRecord row) {
      if (row.text(0).equals("table") && row.text(1).equals("Packages")) {
        packagesRoot = row.integer(3);
      }
    }

    @Override
    public void lost(DamagedException damage) {
      sink.lost(damage);
    }
  }

  private record Headers(Sink sink) implements SqliteTable.Rows {
    @Override
    public void row(long id, SqliteRecord row) {
      sink.header(id, row.blob(BLOB_COLUMN));
    }

    @Override
    public void lost(DamagedException damage) {
      sink.lost(damage);
    }
  }
}
