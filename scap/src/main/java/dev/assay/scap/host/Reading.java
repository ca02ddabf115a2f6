package dev.assay.scap.host;

/// What came of reading something of a host.
public sealed interface Reading<T> {
  /// It was read.
  record Read<T>(T value) implements Reading<T> {}

  /// It is not there.
  record Absent<T>() implements Reading<T> {}

  /// It could not be read.
  ///
  /// @param why a sentence for a person
  record Unreadable<T>(String why) implements Reading<T> {}
}
