package dev.assay.scap.host;

/// One name in a file system, not followed where it is a link.
///
/// @param mode the twelve permission bits
/// @param device the number of the file system it is on
/// @param accessed seconds since 1970, as `changed` and `modified`
/// @param target what a symbolic link says; otherwise empty
/// @param represents the number of the device that a device file stands for; otherwise 0
public record HostFile(
    Type type,
    int mode,
    long uid,
    long gid,
    long size,
    long device,
    long accessed,
    long changed,
    long modified,
    String target,
    long represents) {
  /// The kind of file, in OVAL's words.
  public enum Type {
    REGULAR("regular"),
    DIRECTORY("directory"),
    SYMLINK("symbolic link"),
    BLOCK("block special"),
    CHARACTER("character special"),
    FIFO("fifo"),
    SOCKET("socket");

    private static final int OF_MODE = 0170000;

    private final String word;

    Type(String word) {
      this.word = word;
    }

    /// The kind that stat(2)'s mode tells; a mode that tells none is a regular file's.
    public static Type ofMode(int mode) {
      return switch (mode & OF_MODE) {
        case 0040000 -> DIRECTORY;
        case 0120000 -> SYMLINK;
        case 0060000 -> BLOCK;
        case 0020000 -> CHARACTER;
        case 0010000 -> FIFO;
        case 0140000 -> SOCKET;
        default -> REGULAR;
      };
    }

    /// OVAL's word.
    public String word() {
      return word;
    }
  }

  /// Whether one permission bit is set.
  public boolean has(int bit) {
    return (mode & bit) != 0;
  }
}
