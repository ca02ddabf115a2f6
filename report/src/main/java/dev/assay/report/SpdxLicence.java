package dev.assay.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells SPDX licence expressions (SPDX 2.3, annex D) from the free text that packages have
/// carried for decades: `GPL-2.0-or-later AND MIT` is one, `GPLv2+ and MIT` is not. Strict:
/// operators in upper case, identifiers of the SPDX licence list as the list writes them, and no
/// `LicenseRef-`, which would need a definition elsewhere.
///
/// The grammar is read by a small descent: expression = term { (AND | OR) term }, term = `(`
/// expression `)` | licence [ WITH exception ]. Which of AND and OR binds closer does not matter
/// to validity.
final class SpdxLicence {
  private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[A-Za-z0-9.+-]+)");
  private static final int DEEPEST = 50;

  private final Deque<String> tokens;

  private SpdxLicence(Deque<String> tokens) {
    this.tokens = tokens;
  }

  static boolean isExpression(String text) {
    Deque<String> tokens = new ArrayDeque<>();
    Matcher matcher = TOKEN.matcher(text.strip());
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    SpdxLicence licence = new SpdxLicence(tokens);
    return end == text.strip().length() && licence.expression(0) && tokens.isEmpty();
  }

  /// Whether it is one identifier of the list, with nothing around it.
  static boolean isIdentifier(String text) {
    return Listed.LICENCES.contains(text);
  }

  private boolean expression(int depth) {
    if (depth > DEEPEST || !term(depth)) {
      return false;
    }
    while (next("AND") || next("OR")) {
      if (!term(depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean term(int depth) {
    if (next("(")) {
      return expression(depth + 1) && next(")");
    }
    String licence = tokens.poll();
    if (licence == null || !isListed(licence)) {
      return false;
    }
    return !next("WITH") || isException(tokens.poll());
  }

  private boolean next(String token) {
    if (token.equals(tokens.peek())) {
      tokens.remove();
      return true;
    }
    return false;
  }

  private static boolean isListed(String licence) {
    boolean orLater = licence.endsWith("+") && !isIdentifier(licence);
    return isIdentifier(orLater ? licence.substring(0, licence.length() - 1) : licence);
  }

  private static boolean isException(@org.jspecify.annotations.Nullable String exception) {
    return exception != null && Listed.EXCEPTIONS.contains(exception);
  }

  /// The SPDX licence list, read when the first licence is looked at.
  private static final class Listed {
    static final Set<String> LICENCES = read("spdx-licence-ids.txt");
    static final Set<String> EXCEPTIONS = read("spdx-exception-ids.txt");

    private static Set<String> read(String resource) {
      return Resources.text(resource).lines().collect(Collectors.toUnmodifiableSet());
    }
  }
}
