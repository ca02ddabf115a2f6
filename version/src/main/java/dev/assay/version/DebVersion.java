package dev.assay.version;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A Debian version, `[epoch:]upstream[-revision]`, as dpkg reads and orders it
/// (deb-version(7)).
///
/// # Parts
///
/// Blanks around the text are dropped; a blank inside is an error. What stands before the *first*
/// colon is the epoch, a decimal number up to 2147483647, 0 where there is no colon. What stands
/// after the *last* hyphen is the revision; no revision and revision `0` are the same. Upstream
/// versions may hold further colons and hyphens.
///
/// dpkg refuses some texts and only grumbles at others: an upstream version that starts with a
/// letter, or a character outside `A-Za-z0-9.+-~:`, is a warning, and the version is compared all
/// the same. So it is here; see {@link #warning()}.
///
/// # Order
///
/// Epochs as numbers, then upstream versions, then revisions, each as an alternation of
/// non-digits (perhaps none) and digits (perhaps none):
///
/// - The non-digits character by character: `~` first, then the end of the run, then letters in
///   ASCII order, then bytes outside ASCII, then all else in ASCII order. That is why
///   `1.0~rc1 < 1.0 < 1.0a < 1.0+b1`.
/// - The digits as numbers of any length: `1.010` and `1.10` are the same.
///
/// A text that has come to its end stands for "no non-digits, number 0" without end.
///
/// dpkg compares bytes as signed, then adds 256 to what is not a letter; so a byte of 128 or more
/// falls between the letters and the punctuation. The table of weights below keeps to it.
public final class DebVersion implements Version {
  private static final int TILDE = 1;
  private static final int END = 2;
  private static final byte[] WEIGHTS = weights();

  private final String text;
  private final int epoch;
  private final String upstream;
  private final String revision;
  private final @Nullable String warning;
  private final SortKey key;

  private DebVersion(String text, int epoch, String upstream, String revision) {
    this.text = text;
    this.epoch = epoch;
    this.upstream = upstream;
    this.revision = revision;
    this.warning = warning(upstream, revision);
    this.key = key(epoch, upstream, revision);
  }

  /// Reads a version as dpkg does.
  ///
  /// @throws InvalidVersionException where `dpkg --compare-versions` would end with an error.
  /// (The empty text, which dpkg takes there for "no version", is refused too.)
  public static DebVersion parse(String text) {
    String version = trimBlanks(text);
    if (version.isEmpty()) {
      throw new InvalidVersionException(text, "a Debian version is not empty");
    }
    if (hasBlankOrNul(version)) {
      throw new InvalidVersionException(text, "a Debian version has no blanks inside");
    }
    int colon = version.indexOf(':');
    int epoch = colon < 0 ? 0 : epoch(text, version.substring(0, colon));
    int hyphen = version.lastIndexOf('-');
    boolean hasRevision = hyphen > colon;
    String upstream = version.substring(colon + 1, hasRevision ? hyphen : version.length());
    String revision = hasRevision ? version.substring(hyphen + 1) : "";
    if (upstream.isEmpty()) {
      throw new InvalidVersionException(text, "the upstream version is missing");
    }
    if (hasRevision && revision.isEmpty()) {
      throw new InvalidVersionException(text, "a revision follows the last hyphen");
    }
    return new DebVersion(text, epoch, upstream, revision);
  }

  @Override
  public String text() {
    return text;
  }

  /// 0 where none is written.
  public int epoch() {
    return epoch;
  }

  public String upstream() {
    return upstream;
  }

  /// Empty where none is written (a native package), which compares like `0`.
  public String revision() {
    return revision;
  }

  /// What dpkg warns of while it accepts the version all the same.
  public Optional<String> warning() {
    return Optional.ofNullable(warning);
  }

  @Override
  public SortKey sortKey() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DebVersion version && key.equals(version.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private static SortKey key(int epoch, String upstream, String revision) {
    var writer = new SortKey.Writer(upstream.length() + revision.length());
    writer.fixed(epoch, Integer.BYTES);
    writePart(writer, upstream.getBytes(StandardCharsets.UTF_8));
    writePart(writer, (revision.isEmpty() ? "0" : revision).getBytes(StandardCharsets.UTF_8));
    return writer.key();
  }

  /// Runs of weights and numbers in turn, then the end of one more run. A text that goes on after
  /// a number goes on with a non-digit, whose weight is never that of the end.
  private static void writePart(SortKey.Writer writer, byte[] part) {
    int at = 0;
    while (at < part.length) {
      while (at < part.length && !isDigit(part[at])) {
        writer.mark(WEIGHTS[part[at++] & 0xff]);
      }
      writer.mark(END);
      int digits = at;
      while (at < part.length && isDigit(part[at])) {
        at++;
      }
      writer.number(part, digits, at);
    }
    writer.mark(END);
  }

  private static byte[] weights() {
    var weights = new byte[256];
    int next = END + 1;
    for (int letter = 'A'; letter <= 'z'; letter++) {
      if (isLetter(letter)) {
        weights[letter] = (byte) next++;
      }
    }
    for (int high = 128; high < 256; high++) {
      weights[high] = (byte) next++;
    }
    for (int other = 1; other < 128; other++) {
      if (!isLetter(other) && !isDigit(other)) {
        weights[other] = (byte) next++;
      }
    }
    weights['~'] = TILDE;
    return weights;
  }

  /// dpkg reads the epoch by C's strtol, which skips leading white space and takes a sign.
  private static int epoch(String text, String written) {
    int at = 0;
    while (at < written.length() && "\n\u000b\f\r".indexOf(written.charAt(at)) >= 0) {
      at++;
    }
    boolean negative = at < written.length() && written.charAt(at) == '-';
    if (negative || (at < written.length() && written.charAt(at) == '+')) {
      at++;
    }
    if (at == written.length()) {
      throw new InvalidVersionException(text, "an epoch is a number");
    }
    long value = 0;
    for (; at < written.length(); at++) {
      if (!isDigit(written.charAt(at))) {
        throw new InvalidVersionException(text, "an epoch is a number");
      }
      value = Math.min(10 * value + (written.charAt(at) - '0'), 1L + Integer.MAX_VALUE);
    }
    if (value > Integer.MAX_VALUE || (negative && value != 0)) {
      throw new InvalidVersionException(text, "an epoch is between 0 and 2147483647");
    }
    return (int) value;
  }

  private static @Nullable String warning(String upstream, String revision) {
    if (!isDigit(upstream.charAt(0))) {
      return "the upstream version does not start with a digit";
    }
    if (!consistsOf(upstream, ".-+~:")) {
      return "the upstream version has a character that is not allowed";
    }
    if (!consistsOf(revision, ".+~")) {
      return "the revision has a character that is not allowed";
    }
    return null;
  }

  private static boolean consistsOf(String part, String punctuation) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (!isLetter(c) && !isDigit(c) && punctuation.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String trimBlanks(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean hasBlankOrNul(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isBlank(text.charAt(i)) || text.charAt(i) == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
