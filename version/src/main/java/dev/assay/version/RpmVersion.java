package dev.assay.version;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// An RPM version, `[epoch:]version[-release]`, as rpm 4.18 reads and orders it (`rpmverParse`,
/// `rpmverCmp`, `rpmvercmp`).
///
/// # Parts
///
/// Leading digits and a colon are the epoch; digits may be none (`:1.0` has the epoch 0).
/// Anything else before a colon belongs to the version. What stands after the *last* hyphen is
/// the release. rpm refuses the empty text only; an epoch that no package header can hold (32
/// bits) is refused here as well.
///
/// # Order
///
/// Epochs as numbers, an absent one being 0; then versions; then releases. An absent release
/// sorts before every other (`1.0 < 1.0-1`): so says `rpm.vercmp`, and so does this class. (In a
/// *dependency* rpm lets an absent release match any; OVAL's `evr_string` orders as here.) A
/// bound such as "fixed in 1.0" therefore leaves every release of 1.0 fixed.
///
/// A version or release is read as a row of segments: letters, digits, `~` and `^`. All other
/// characters only separate, however many they are: `1.0`, `1_0` and `1..0.` are the same. Where
/// the rows differ first, the lesser is the one with
///
/// 1. a tilde (`1.0~rc1 < 1.0`), then 2. the end, then 3. a caret (`1.0 < 1.0^git1 < 1.0.1`),
/// then 4. letters, of which the lesser in ASCII order, then 5. digits, of which the lesser as a
/// number of any length.
public final class RpmVersion implements Version {
  private static final int ABSENT = 0;
  private static final int PRESENT = 1;

  private static final int TILDE = 1;
  private static final int END = 2;
  private static final int CARET = 3;
  private static final int LETTERS = 4;
  private static final int DIGITS = 5;

  private static final long GREATEST_EPOCH = 0xffff_ffffL;

  private final String text;
  private final long epoch;
  private final String version;
  private final Optional<String> release;
  private final SortKey key;

  private RpmVersion(String text, long epoch, String version, Optional<String> release) {
    this.text = text;
    this.epoch = epoch;
    this.version = version;
    this.release = release;
    this.key = key(epoch, version, release);
  }

  /// Reads a version as rpm does.
  ///
  /// @throws InvalidVersionException for the empty text, a NUL, or an epoch of more than 32 bits
  public static RpmVersion parse(String text) {
    if (text.isEmpty()) {
      throw new InvalidVersionException(text, "an RPM version is not empty");
    }
    if (text.indexOf(0) >= 0) {
      throw new InvalidVersionException(text, "an RPM version has no NUL");
    }
    int digits = 0;
    while (digits < text.length() && isDigit(text.charAt(digits))) {
      digits++;
    }
    boolean hasEpoch = digits < text.length() && text.charAt(digits) == ':';
    long epoch = hasEpoch ? epoch(text, digits) : 0;
    int start = hasEpoch ? digits + 1 : 0;
    int hyphen = text.lastIndexOf('-');
    return hyphen < start
        ? new RpmVersion(text, epoch, text.substring(start), Optional.empty())
        : new RpmVersion(
            text, epoch, text.substring(start, hyphen), Optional.of(text.substring(hyphen + 1)));
  }

  @Override
  public String text() {
    return text;
  }

  /// 0 where none is written; at most 32 bits.
  public long epoch() {
    return epoch;
  }

  public String version() {
    return version;
  }

  /// Empty where the text has no hyphen.
  public Optional<String> release() {
    return release;
  }

  /// The module build that the release tells of; empty for a package outside every module.
  public Optional<ModuleBuild> moduleBuild() {
    return release.flatMap(ModuleBuild::in);
  }

  @Override
  public SortKey sortKey() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RpmVersion rpm && key.equals(rpm.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private static SortKey key(long epoch, String version, Optional<String> release) {
    var writer = new SortKey.Writer(version.length() + release.map(String::length).orElse(0));
    writer.fixed(epoch, Integer.BYTES);
    writeSegments(writer, version);
    writer.mark(release.isPresent() ? PRESENT : ABSENT);
    release.ifPresent(written -> writeSegments(writer, written));
    return writer.key();
  }

  private static void writeSegments(SortKey.Writer writer, String part) {
    byte[] text = part.getBytes(StandardCharsets.UTF_8);
    int at = 0;
    while (at < text.length) {
      int from = at;
      byte first = text[at++];
      if (first == '~') {
        writer.mark(TILDE);
      } else if (first == '^') {
        writer.mark(CARET);
      } else if (isLetter(first)) {
        while (at < text.length && isLetter(text[at])) {
          at++;
        }
        writer.mark(LETTERS);
        writer.word(text, from, at);
      } else if (isDigit(first)) {
        while (at < text.length && isDigit(text[at])) {
          at++;
        }
        writer.mark(DIGITS);
        writer.number(text, from, at);
      }
    }
    writer.mark(END);
  }

  private static long epoch(String text, int digits) {
    long value = 0;
    for (int i = 0; i < digits; i++) {
      value = 10 * value + (text.charAt(i) - '0');
      if (value > GREATEST_EPOCH) {
        throw new InvalidVersionException(text, "an epoch is at most 4294967295");
      }
    }
    return value;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
