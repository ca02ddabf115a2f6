package dev.assay.scap.host;

/// A file of an installed package, as rpm's database says it was installed.
///
/// @param flags what kind of file it is (rpm's `RPMFILE_`), such as configuration
/// @param verified which of its attributes mean anything (`RPMVERIFY_`)
/// @param mode the type and the permission bits, as `stat` has them
/// @param device of a device file, its number in 16 bits
/// @param digest hexadecimal digits; empty of what is no regular file
/// @param algorithm of the digest, in Java's words; empty where it is one that nobody knows
/// @param target of a symbolic link
/// @param capabilities in libcap's words; empty where it has none
public record RpmFile(
    RpmPackage owner,
    String path,
    State state,
    int flags,
    int verified,
    int mode,
    long size,
    long modified,
    int device,
    String digest,
    String algorithm,
    String target,
    String user,
    String group,
    String capabilities) {
  /// What became of it when its package was installed.
  public enum State {
    NORMAL,
    /// Another package's file has its place.
    REPLACED,
    NOT_INSTALLED,
    /// It is on a file system that another host shares.
    SHARED,
    /// A file of another architecture has its place.
    WRONG_COLOUR
  }
}
