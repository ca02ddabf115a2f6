package dev.assay.version;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads an apk version token by token and writes the {@link SortKey} of {@link ApkVersion}'s
/// order.
final class ApkTokens {
  /// What a token is; a later constant comes after an earlier one in the text.
  private enum Kind {
    FIRST_NUMBER,
    NUMBER,
    LETTER,
    SUFFIX,
    SUFFIX_NUMBER,
    HASH,
    REVISION
  }

  // The kinds in the order in which they compare.
  private static final int BEFORE_RELEASE = 1;
  private static final int END = 2;
  private static final int REVISION = 3;
  private static final int HASH = 4;
  private static final int SUFFIX_NUMBER = 5;
  private static final int AFTER_RELEASE = 6;
  private static final int LETTER = 7;
  private static final int NUMBER = 8;

  // What follows NUMBER, in the same sense.
  private static final int FRACTION = 0;
  private static final int NOTHING = 1;
  private static final int WHOLE = 2;

  private static final List<String> SUFFIXES_BEFORE = List.of("alpha", "beta", "pre", "rc");
  private static final List<String> SUFFIXES_AFTER = List.of("cvs", "svn", "git", "hg", "p");

  private final String text;
  private final byte[] bytes;
  private final SortKey.Writer writer;
  private int at;

  ApkTokens(String text, byte[] bytes) {
    this.text = text;
    this.bytes = bytes;
    this.writer = new SortKey.Writer(bytes.length + 4 * Long.BYTES);
  }

  SortKey sortKey() {
    writeWhole(digits("a version starts with a number"));
    Kind last = Kind.FIRST_NUMBER;
    while (at < bytes.length) {
      last = token(last);
    }
    writer.mark(END);
    return writer.key();
  }

  private Kind token(Kind last) {
    byte first = bytes[at];
    return switch (first) {
      case '.' -> dotted(last);
      case '_' -> suffix(last);
      case '~' -> hash(last);
      case '-' -> revision(last);
      default -> {
        if (isLetter(first)) {
          yield letter(last);
        }
        if (isDigit(first)) {
          yield number(last);
        }
        throw invalid("unexpected character");
      }
    };
  }

  private Kind dotted(Kind last) {
    require(last.compareTo(Kind.NUMBER) <= 0, "a dot follows a number");
    at++;
    writer.mark(NUMBER);
    int from = at;
    int to = skipDigits();
    if (from == to) {
      writer.mark(NOTHING);
    } else if (bytes[from] == '0') {
      writer.mark(FRACTION);
      writer.word(bytes, from, to);
    } else {
      writer.mark(WHOLE);
      writeWhole(from);
    }
    return Kind.NUMBER;
  }

  /// Digits with no dot before them: a suffix's number, or what follows the letter.
  private Kind number(Kind last) {
    int from = digits("a number has digits");
    if (last == Kind.SUFFIX) {
      writer.mark(SUFFIX_NUMBER);
      writeWhole(from);
      return Kind.SUFFIX_NUMBER;
    }
    require(last == Kind.LETTER, "a number follows a dot, a letter or a suffix");
    writer.mark(NUMBER);
    writer.mark(WHOLE);
    writeWhole(from);
    return Kind.NUMBER;
  }

  private Kind letter(Kind last) {
    require(last.compareTo(Kind.NUMBER) <= 0, "a letter follows a number");
    writer.mark(LETTER);
    writer.mark(bytes[at++]);
    return Kind.LETTER;
  }

  private Kind suffix(Kind last) {
    require(last.compareTo(Kind.SUFFIX_NUMBER) <= 0, "a suffix stands before hash and revision");
    int from = ++at;
    while (at < bytes.length && isLetter(bytes[at])) {
      at++;
    }
    String name = new String(bytes, from, at - from, StandardCharsets.US_ASCII);
    int before = SUFFIXES_BEFORE.indexOf(name);
    int after = SUFFIXES_AFTER.indexOf(name);
    require(before >= 0 || after >= 0, "an unknown suffix");
    writer.mark(before >= 0 ? BEFORE_RELEASE : AFTER_RELEASE);
    writer.mark(Math.max(before, after));
    return Kind.SUFFIX;
  }

  private Kind hash(Kind last) {
    require(last.compareTo(Kind.HASH) < 0, "one commit hash stands before the revision");
    int from = ++at;
    while (at < bytes.length && (isDigit(bytes[at]) || (bytes[at] >= 'a' && bytes[at] <= 'f'))) {
      at++;
    }
    require(from < at, "a commit hash has hexadecimal digits");
    writer.mark(HASH);
    writer.word(bytes, from, at);
    return Kind.HASH;
  }

  private Kind revision(Kind last) {
    require(
        last != Kind.REVISION && at + 1 < bytes.length && bytes[at + 1] == 'r',
        "a hyphen starts the revision, -rN, at the end");
    at += 2;
    writer.mark(REVISION);
    writeWhole(digits("a revision has a number"));
    return Kind.REVISION;
  }

  /// Skips the digits; returns where they began.
  private int digits(String expected) {
    int from = at;
    require(skipDigits() > from, expected);
    return from;
  }

  private int skipDigits() {
    while (at < bytes.length && isDigit(bytes[at])) {
      at++;
    }
    return at;
  }

  /// The digits from `from` to here as a number modulo 2^64, as apk-tools reads it.
  private void writeWhole(int from) {
    long value = 0;
    for (int i = from; i < at; i++) {
      value = 10 * value + (bytes[i] - '0');
    }
    writer.fixed(value, Long.BYTES);
  }

  private void require(boolean holds, String expected) {
    if (!holds) {
      throw invalid(expected);
    }
  }

  private InvalidVersionException invalid(String expected) {
    return new InvalidVersionException(text, expected + ", at byte " + at);
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(byte c) {
    return c >= 'a' && c <= 'z';
  }
}
