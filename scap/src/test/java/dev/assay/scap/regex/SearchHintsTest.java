package dev.assay.scap.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a pattern tells of its matches without being tried.
class SearchHintsTest {
  private static final List<String> PARTS =
      List.of(
          "^", "a", "b", "/", "/a", ".", "\\.", "(", "(?:", ")", "|", "*", "?", "+", "{2}", "$",
          "[ab]", "[^/]", "[]a]", "\\w", "\\x61", "(?i)", "\\Qa\\E", "ab", "(?=a)", "(?!b)");
  private static final int PATTERNS = 200_000;

  @ParameterizedTest
  @CsvSource({
    "'^(/root/.bashrc|/root/.profile)$', '/root/|/root/'",
    "'^\\/s?bin|^\\/usr\\/s?bin', '/|/usr/'",
    "'^(/etc/x)?$', ''",
    "'^(?:/a|/b)/c', '/a|/b'",
    "'^((/a|/b)c|/d)', '/a|/b|/d'",
    "'/etc/audit', ''",
    "'^/etc|/usr', ''",
    "'^(/a|)', '/a|'",
    "'^[(]a|^/b', '|/b'"
  })
  void alternatives_each_have_a_beginning(String pattern, String beginnings) {
    assertThat(Beginnings.of(pattern)).containsExactly(beginnings.split("\\|", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "'/var/log/audit/audit.log', '/var/log/audit/audit'",
    "'^/etc/(a|b)/cde$', '/etc/'",
    "'ab?cd*e', 'a'",
    "'x|y', ''",
    "'(?i)/etc/x', ''",
    "'\\x2fetc/passwd', ''",
    "'[abc]{1,20}z', 'z'"
  })
  void the_longest_plain_text_is_required(String pattern, String text) {
    assertThat(RequiredText.of(pattern)).isEqualTo(text);
  }

  @Test
  void no_match_of_any_pattern_is_without_its_beginning_or_its_required_text() {
    Random random = new Random(7);
    int matched = 0;
    int useful = 0;
    for (int i = 0; i < PATTERNS; i++) {
      String source = any(random, PARTS, 1 + random.nextInt(9));
      String subject = any(random, List.of("/", "a", "b", ".", "/a", "/b"), random.nextInt(8));
      if (matches(source, subject)) {
        matched++;
        List<String> beginnings = Beginnings.of(source);
        String required = RequiredText.of(source);
        assertThat(beginnings).as("%s on %s", source, subject).anyMatch(subject::startsWith);
        assertThat(subject).as("%s", source).contains(required);
        useful += required.isEmpty() && beginnings.contains("") ? 0 : 1;
      }
    }
    assertThat(matched).isGreaterThan(5_000);
    assertThat(useful).isGreaterThan(2_000);
  }

  private static String any(Random random, List<String> parts, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.toString();
  }

  private static boolean matches(String source, String subject) {
    try {
      return PerlPattern.of(source, Set.of()).matches(subject);
    } catch (PatternException noPattern) {
      return false;
    }
  }
}
