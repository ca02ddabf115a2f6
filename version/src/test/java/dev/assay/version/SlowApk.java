package dev.assay.version;

import java.util.Map;

/// The comparison of apk-tools 3's version.c, state for state: two readers walk in step over the
/// two texts. With it, what version 2 took besides (digits after a letter, nothing after a dot).
final class SlowApk {
  private enum Token {
    INITIAL_DIGIT,
    DIGIT,
    LETTER,
    SUFFIX,
    SUFFIX_NO,
    COMMIT_HASH,
    REVISION_NO,
    END,
    INVALID
  }

  private static final int SUFFIX_NONE = 5;
  private static final Map<String, Integer> SUFFIXES =
      Map.of(
          "alpha", 1, "beta", 2, "pre", 3, "rc", 4, "cvs", 6, "svn", 7, "git", 8, "hg", 9, "p", 10);

  private String rest;
  private Token token = Token.INITIAL_DIGIT;
  private String value = "";
  private int suffix;
  private boolean plain;

  private SlowApk(String text) {
    rest = text;
    value = take("[0-9]*");
    if (value.isEmpty()) {
      token = Token.INVALID;
    }
  }

  static boolean isValid(String text) {
    var reader = new SlowApk(text);
    while (reader.token.compareTo(Token.END) < 0) {
      reader.next();
    }
    return reader.token == Token.END;
  }

  static int compare(String left, String right) {
    var a = new SlowApk(left);
    var b = new SlowApk(right);
    while (a.token == b.token && a.token.compareTo(Token.END) < 0) {
      int order = a.compareToken(b);
      if (order != 0) {
        return order;
      }
      a.next();
      b.next();
    }
    if (a.token == b.token) {
      return 0;
    }
    if (a.token == Token.SUFFIX && a.suffix < SUFFIX_NONE) {
      return -1;
    }
    if (b.token == Token.SUFFIX && b.suffix < SUFFIX_NONE) {
      return 1;
    }
    return b.token.compareTo(a.token);
  }

  private int compareToken(SlowApk other) {
    return switch (token) {
      case DIGIT -> {
        boolean text = value.startsWith("0") || other.value.startsWith("0");
        if (plain || !text) {
          yield Long.compareUnsigned(number(), other.number());
        }
        if (value.isEmpty() || other.value.isEmpty()) {
          yield value.isEmpty() ? 1 : -1;
        }
        yield value.compareTo(other.value);
      }
      case INITIAL_DIGIT, SUFFIX_NO, REVISION_NO -> Long.compareUnsigned(number(), other.number());
      case SUFFIX -> Integer.compare(suffix, other.suffix);
      default -> value.compareTo(other.value);
    };
  }

  private long number() {
    long number = 0;
    for (int i = 0; i < value.length(); i++) {
      number = number * 10 + (value.charAt(i) - '0');
    }
    return number;
  }

  private void next() {
    if (rest.isEmpty()) {
      token = Token.END;
      return;
    }
    char first = rest.charAt(0);
    if (first >= 'a' && first <= 'z') {
      become(Token.LETTER, token.compareTo(Token.DIGIT) <= 0, take("."));
    } else if (first == '.') {
      take(".");
      plain = false;
      become(Token.DIGIT, token.compareTo(Token.DIGIT) <= 0, take("[0-9]*"));
    } else if (first >= '0' && first <= '9') {
      plain = token == Token.LETTER;
      become(
          token == Token.SUFFIX ? Token.SUFFIX_NO : Token.DIGIT,
          plain || token == Token.SUFFIX,
          take("[0-9]*"));
    } else if (first == '_') {
      take(".");
      String name = take("[a-z]*");
      suffix = SUFFIXES.getOrDefault(name, 0);
      become(Token.SUFFIX, token.compareTo(Token.SUFFIX_NO) <= 0 && suffix > 0, name);
    } else if (first == '~') {
      take(".");
      String hash = take("[0-9a-f]*");
      become(Token.COMMIT_HASH, token.compareTo(Token.COMMIT_HASH) < 0 && !hash.isEmpty(), hash);
    } else if (rest.startsWith("-r")) {
      take("..");
      String number = take("[0-9]*");
      become(
          Token.REVISION_NO, token.compareTo(Token.REVISION_NO) < 0 && !number.isEmpty(), number);
    } else {
      token = Token.INVALID;
    }
  }

  private void become(Token next, boolean allowed, String read) {
    token = allowed ? next : Token.INVALID;
    value = read;
  }

  private String take(String pattern) {
    String after = rest.replaceFirst("^" + pattern, "");
    String taken = rest.substring(0, rest.length() - after.length());
    rest = after;
    return taken;
  }
}
