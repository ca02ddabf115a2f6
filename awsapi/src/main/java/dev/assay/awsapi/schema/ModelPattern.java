package dev.assay.awsapi.schema;

import java.util.regex.Pattern;

/// Patterns of models are ECMA 262's, where `$` is the end of the text and nothing else. In Java
/// it also stands before a last line break, which would let an account id with one pass.
final class ModelPattern {
  private ModelPattern() {}

  static Pattern compile(String ecma) {
    StringBuilder java = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < ecma.length(); i++) {
      char c = ecma.charAt(i);
      if (c == '\\' && i + 1 < ecma.length()) {
        java.append(c).append(ecma.charAt(++i));
      } else if (c == '$' && !inClass) {
        java.append("\\z");
      } else {
        inClass = c == '[' || (inClass && c != ']');
        java.append(c);
      }
    }
    return Pattern.compile(java.toString());
  }
}
