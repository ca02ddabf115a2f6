package dev.assay.vulndb.file;

/// An advisory database that cannot be used. The message is one line that names the file and says
/// what to do.
public abstract sealed class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private DatabaseException(String message) {
    super(message);
  }

  /// The file does not start as an advisory database does.
  public static final class NotADatabase extends DatabaseException {
    private static final long serialVersionUID = 1L;

    NotADatabase(String file) {
      super(
          file
              + " is not an Assay advisory database; name one that `assay db build` or"
              + " `assay db update` made");
    }
  }

  /// The file is of another format version than this Assay reads.
  public static final class UnsupportedVersion extends DatabaseException {
    private static final long serialVersionUID = 1L;

    UnsupportedVersion(String file, long found) {
      super(
          file
              + " is an advisory database of format version "
              + found
              + " and this Assay reads version "
              + FileFormat.VERSION
              + "; rebuild it with `assay db build` or `assay db update`");
    }
  }

  /// The file is shorter than it says.
  public static final class Truncated extends DatabaseException {
    private static final long serialVersionUID = 1L;

    Truncated(String file, long expected, long found) {
      super(
          file
              + " is cut short: "
              + found
              + " bytes of "
              + expected
              + "; fetch it again or rebuild it with `assay db build`");
    }
  }

  /// A checksum is wrong, or what the bytes say makes no sense.
  public static final class Corrupt extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public Corrupt(String file, String what) {
      super(
          file + " is corrupt (" + what + "); fetch it again or rebuild it with `assay db build`");
    }
  }
}
