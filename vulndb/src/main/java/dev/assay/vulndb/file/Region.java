package dev.assay.vulndb.file;

/// A piece of the body of a database file, with positions of its own from 0.
public final class Region {
  private final DatabaseFile file;
  private final long start;
  private final long length;

  Region(DatabaseFile file, long start, long length) {
    this.file = file;
    this.start = start;
    this.length = length;
  }

  public long length() {
    return length;
  }

  public String fileName() {
    return file.name();
  }

  public Decoder at(long position) {
    return Decoder.of(this, position);
  }

  public Region slice(long position, long count) {
    if (position < 0 || count < 0 || position > length - count) {
      throw new DatabaseException.Corrupt(file.name(), "a piece outside its section");
    }
    return new Region(file, start + position, count);
  }

  /// Copies verified bytes: as many as fit, as there are, and as lie in one chunk; 0 at the end.
  int copy(long position, byte[] into) {
    if (position >= length) {
      return 0;
    }
    return file.copy(start + position, (int) Math.min(into.length, length - position), into);
  }
}
