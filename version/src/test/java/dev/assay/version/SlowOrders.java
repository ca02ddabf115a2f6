package dev.assay.version;

import java.math.BigInteger;

/// The package managers' comparisons, step by step as their C has them: slow, obvious, and
/// sharing nothing with the code under test. Versions are given whole and are known to be valid.
final class SlowOrders {
  private SlowOrders() {}

  static int deb(String left, String right) {
    int epochs = Long.compare(debEpoch(left), debEpoch(right));
    if (epochs != 0) {
      return epochs;
    }
    String a = left.strip().substring(left.strip().indexOf(':') + 1);
    String b = right.strip().substring(right.strip().indexOf(':') + 1);
    int upstream = verrevcmp(upTo(a, a.lastIndexOf('-')), upTo(b, b.lastIndexOf('-')));
    return upstream != 0 ? upstream : verrevcmp(revision(a), revision(b));
  }

  private static long debEpoch(String version) {
    String epoch = upTo(version.strip(), version.strip().indexOf(':'));
    return version.contains(":") ? Long.parseLong(epoch) : 0;
  }

  private static String upTo(String text, int end) {
    return end < 0 ? text : text.substring(0, end);
  }

  private static String revision(String version) {
    int hyphen = version.lastIndexOf('-');
    return hyphen < 0 ? "" : version.substring(hyphen + 1);
  }

  private static int order(char c) {
    if (Character.isDigit(c) || c == 0) {
      return 0;
    }
    if (Character.isLetter(c)) {
      return c;
    }
    return c == '~' ? -1 : c + 256;
  }

  private static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  private static int verrevcmp(String a, String b) {
    int i = 0;
    int j = 0;
    while (at(a, i) != 0 || at(b, j) != 0) {
      int firstDifference = 0;
      while ((at(a, i) != 0 && !Character.isDigit(at(a, i)))
          || (at(b, j) != 0 && !Character.isDigit(at(b, j)))) {
        int difference = order(at(a, i)) - order(at(b, j));
        if (difference != 0) {
          return difference;
        }
        i++;
        j++;
      }
      while (at(a, i) == '0') {
        i++;
      }
      while (at(b, j) == '0') {
        j++;
      }
      while (Character.isDigit(at(a, i)) && Character.isDigit(at(b, j))) {
        if (firstDifference == 0) {
          firstDifference = at(a, i) - at(b, j);
        }
        i++;
        j++;
      }
      if (Character.isDigit(at(a, i))) {
        return 1;
      }
      if (Character.isDigit(at(b, j))) {
        return -1;
      }
      if (firstDifference != 0) {
        return firstDifference;
      }
    }
    return 0;
  }

  static int rpm(String left, String right) {
    String[] a = evr(left);
    String[] b = evr(right);
    for (int part = 0; part < 3; part++) {
      int order = compareValues(a[part], b[part]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /// Epoch, version, release; a release that is absent is the text of one NUL.
  private static String[] evr(String text) {
    int colon = text.indexOf(':');
    boolean hasEpoch = colon >= 0 && text.substring(0, colon).chars().allMatch(Character::isDigit);
    String epoch = hasEpoch && colon > 0 ? text.substring(0, colon) : "0";
    String rest = hasEpoch ? text.substring(colon + 1) : text;
    int hyphen = rest.lastIndexOf('-');
    return new String[] {epoch, upTo(rest, hyphen), hyphen < 0 ? "\0" : rest.substring(hyphen + 1)};
  }

  private static int compareValues(String a, String b) {
    if (a.equals("\0") || b.equals("\0")) {
      return Boolean.compare(!a.equals("\0"), !b.equals("\0"));
    }
    return rpmvercmp(a, b);
  }

  private static int rpmvercmp(String one, String two) {
    while (!one.isEmpty() || !two.isEmpty()) {
      one = one.replaceFirst("^[^0-9A-Za-z~^]+", "");
      two = two.replaceFirst("^[^0-9A-Za-z~^]+", "");
      if (one.startsWith("~") || two.startsWith("~")) {
        if (!one.startsWith("~")) {
          return 1;
        }
        if (!two.startsWith("~")) {
          return -1;
        }
        one = one.substring(1);
        two = two.substring(1);
        continue;
      }
      if (one.startsWith("^") || two.startsWith("^")) {
        if (one.isEmpty()) {
          return -1;
        }
        if (two.isEmpty() || !one.startsWith("^")) {
          return 1;
        }
        if (!two.startsWith("^")) {
          return -1;
        }
        one = one.substring(1);
        two = two.substring(1);
        continue;
      }
      if (one.isEmpty() || two.isEmpty()) {
        break;
      }
      boolean number = Character.isDigit(one.charAt(0));
      String segment = number ? "^[0-9]+" : "^[A-Za-z]+";
      String restOfOne = one.replaceFirst(segment, "");
      String restOfTwo = two.replaceFirst(segment, "");
      if (restOfTwo.equals(two)) {
        return number ? 1 : -1;
      }
      String a = one.substring(0, one.length() - restOfOne.length());
      String b = two.substring(0, two.length() - restOfTwo.length());
      int order =
          number ? new BigInteger(a).compareTo(new BigInteger(b)) : Integer.signum(a.compareTo(b));
      if (order != 0) {
        return order;
      }
      one = restOfOne;
      two = restOfTwo;
    }
    return Boolean.compare(!one.isEmpty(), !two.isEmpty());
  }
}
