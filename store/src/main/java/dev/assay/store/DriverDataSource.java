package dev.assay.store;

import org.postgresql.ds.PGSimpleDataSource;

/// Connections as the driver makes them, one at a time.
final class DriverDataSource {
  private DriverDataSource() {}

  static PGSimpleDataSource of(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(address.url());
    } catch (IllegalArgumentException malformed) {
      throw new DatabaseOpeningException(
          "'" + address + "' is no database: expected jdbc:postgresql://HOST/NAME", malformed);
    }
    address.user().ifPresent(source::setUser);
    address.password().ifPresent(source::setPassword);
    source.setApplicationName("assay");
    source.setReWriteBatchedInserts(true);
    if (source.getOptions() == null) {
      // Compiling a query takes longer than any of ours.
      source.setOptions("-c jit=off");
    }
    return source;
  }
}
