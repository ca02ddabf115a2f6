package dev.assay.assessment.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class NamePatternTest {
  @Test
  void agrees_with_a_regular_expression() {
    Random random = new Random(7);
    int matched = 0;
    for (int round = 0; round < 20_000; round++) {
      String pattern = text(random, "ab*%_.", 6);
      String name = text(random, "ab%_.", 8);
      boolean expected = Pattern.matches(regex(pattern), name);
      assertThat(new NamePattern(pattern).matches(name))
          .as(pattern + " on " + name)
          .isEqualTo(expected);
      matched += expected ? 1 : 0;
    }
    assertThat(matched).isGreaterThan(500);
  }

  @Test
  void what_sql_would_read_as_a_wildcard_is_escaped() {
    assertThat(new NamePattern("a_b%c\\*").like()).isEqualTo("a\\_b\\%c\\\\%");
  }

  private static String regex(String pattern) {
    return pattern
        .chars()
        .mapToObj(c -> c == '*' ? ".*" : Pattern.quote(Character.toString(c)))
        .collect(Collectors.joining());
  }

  private static String text(Random random, String alphabet, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
