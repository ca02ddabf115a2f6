package dev.assay.scap.regex;

/// The longest plain text that is in every match of a pattern: without it in a subject the pattern
/// need not be tried.
final class RequiredText {
  private static final String PLAIN = "/_-,:@=~%";

  /// Escapes of letters that take nothing of what follows.
  private static final String SINGLE = "dDsSwWhHvVRbBAzZGnrtfae";

  private final String source;
  private final StringBuilder run = new StringBuilder();
  private String longest = "";

  private RequiredText(String source) {
    this.source = source;
  }

  /// Empty where there is none, or none that can be told easily.
  static String of(String source) {
    if (Alternatives.areIn(source) || source.contains("\\Q") || hasInlineOptions(source)) {
      return "";
    }
    RequiredText text = new RequiredText(source);
    text.read();
    return text.longest;
  }

  /// Options within a pattern change how the rest of it is read.
  private static boolean hasInlineOptions(String source) {
    for (int i = source.indexOf("(?"); i >= 0; i = source.indexOf("(?", i + 1)) {
      if (i + 2 < source.length() && ":=!<>".indexOf(source.charAt(i + 2)) < 0) {
        return true;
      }
    }
    return false;
  }

  private void read() {
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (isPlain(c)) {
        run.append(c);
      } else if (c == '\\' && i + 1 < source.length() && !isLetterOrDigit(source.charAt(i + 1))) {
        run.append(source.charAt(++i));
      } else if (c == '\\'
          && (i + 1 == source.length() || SINGLE.indexOf(source.charAt(i + 1)) < 0)) {
        longest = "";
        return;
      } else {
        end("*?{".indexOf(c) >= 0 ? 1 : 0);
        i = Alternatives.endOfAtom(source, i);
      }
    }
    end(0);
  }

  private void end(int optional) {
    int length = Math.max(0, run.length() - optional);
    if (length > longest.length()) {
      longest = run.substring(0, length);
    }
    run.setLength(0);
  }

  private static boolean isPlain(char c) {
    return isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
