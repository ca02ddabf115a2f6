package dev.assay.scap.regex;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/// The groups within negative assertions. They never take part in a match, but the JVM's matcher
/// leaves in them what it tried.
final class UnsetGroups {
  private UnsetGroups() {}

  /// Their numbers, from a translated pattern.
  static BitSet of(String pattern) {
    BitSet unset = new BitSet();
    Deque<Boolean> negative = new ArrayDeque<>();
    int groups = 0;
    int classes = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (pattern.startsWith("\\Q", i)) {
        int end = pattern.indexOf("\\E", i);
        i = end < 0 ? pattern.length() : end + 1;
      } else if (c == '\\') {
        i++;
      } else if (c == '[') {
        classes++;
      } else if (c == ']' && classes > 0) {
        classes--;
      } else if (classes == 0 && c == '(') {
        boolean within = !negative.isEmpty() && negative.peek();
        if (captures(pattern, i)) {
          groups++;
          unset.set(groups, within);
        }
        negative.push(within || pattern.startsWith("(?!", i) || pattern.startsWith("(?<!", i));
      } else if (classes == 0 && c == ')' && !negative.isEmpty()) {
        negative.pop();
      }
    }
    return unset;
  }

  private static boolean captures(String pattern, int open) {
    if (!pattern.startsWith("(?", open)) {
      return true;
    }
    return pattern.startsWith("(?<", open)
        && !pattern.startsWith("(?<=", open)
        && !pattern.startsWith("(?<!", open);
  }
}
