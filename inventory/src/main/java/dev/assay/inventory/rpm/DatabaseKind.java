package dev.assay.inventory.rpm;

import java.io.IOException;

/// The forms of an rpm database, the newest first.
enum DatabaseKind {
  SQLITE("rpmdb.sqlite") {
    @Override
    HeaderDatabase open(DatabaseFile file) throws IOException {
      return new SqliteDatabase(file.main(), file.log());
    }
  },
  NDB("Packages.db") {
    @Override
    HeaderDatabase open(DatabaseFile file) {
      return new NdbDatabase(file.main());
    }
  },
  BERKELEY("Packages") {
    @Override
    HeaderDatabase open(DatabaseFile file) {
      return new BerkeleyDatabase(file.main());
    }
  };

  private final String fileName;

  DatabaseKind(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  abstract HeaderDatabase open(DatabaseFile file) throws IOException;
}
