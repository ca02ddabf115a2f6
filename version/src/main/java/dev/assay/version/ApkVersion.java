package dev.assay.version;

import java.nio.charset.StandardCharsets;

/// An Alpine version, `1.2.3b_rc4_p5~0a1b2c-r6`, as apk-tools reads and orders it
/// (`src/version.c`).
///
/// # Parts
///
/// Numbers with dots between them, at most one letter, any number of suffixes (`_alpha`, `_beta`,
/// `_pre`, `_rc` before the release; `_cvs`, `_svn`, `_git`, `_hg`, `_p` after it), each with a
/// number or without, a commit hash, the package's revision. Each part only after those before
/// it.
///
/// # Order
///
/// Two versions are compared token by token.
///
/// - The first number, a suffix's number and the revision compare as numbers, of 64 bits:
///   apk-tools lets a greater one overflow, and so does this class.
/// - A number after a dot that starts with `0` is a fraction: where either has a leading zero,
///   the digits compare as text. `1.05 < 1.1`, and `1.05 < 1.5`.
/// - Letters and hashes compare as text, suffixes in the order given above.
///
/// At the first place where the *kinds* differ, a suffix from before the release makes the lesser
/// version. Otherwise the lesser has the first of: the end, a revision, a hash, a suffix's
/// number, a suffix, a letter, a number. So `1.0_rc1 < 1.0 < 1.0-r0 < 1.0_p1 < 1.0a < 1.0.1`.
///
/// # Two generations
///
/// This is the order of apk-tools 3. apk-tools 2 gives the same answer for versions that end in
/// `-rN`, as those of packages do, and whose fractions have one leading zero and the same number
/// of digits; all of Alpine's own records agree. apk-tools 2 also took two forms that 3 refuses
/// and that Alpine's records hold. They are accepted, with the place that 2 gives them: digits
/// after the letter (`6.6.4p1-r2`), and nothing after a dot (`1.18.-r2`), which sorts between
/// `1.18.0` and `1.18.1`.
public final class ApkVersion implements Version {
  private final String text;
  private final SortKey key;

  private ApkVersion(String text, SortKey key) {
    this.text = text;
    this.key = key;
  }

  /// Reads a version as apk-tools 3 does, and the two older forms above.
  ///
  /// @throws InvalidVersionException for anything else
  public static ApkVersion parse(String text) {
    return new ApkVersion(
        text, new ApkTokens(text, text.getBytes(StandardCharsets.UTF_8)).sortKey());
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public SortKey sortKey() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApkVersion version && key.equals(version.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
