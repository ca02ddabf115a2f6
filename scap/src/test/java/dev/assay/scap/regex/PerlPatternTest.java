package dev.assay.scap.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerlPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      value = {
        "^[[:space:]]*x ~ '  x' ~ true",
        "^[^[:digit:]]$ ~ 7 ~ false",
        "[]a]+z ~ ]az ~ true",
        "[a[b]+z ~ [z ~ true",
        "[a&&b]z ~ &z ~ true",
        "a{,2} ~ a{,2} ~ true",
        "(?P<n>a) ~ a ~ true",
        "\\_x ~ _x ~ true",
      })
  void meansWhatPerlMeans(String pattern, String subject, boolean matches) {
    assertThat(PerlPattern.of(pattern, Set.of()).matches(subject)).isEqualTo(matches);
  }

  @Test
  void takesOnlyTheNewlineForTheEndOfALine() {
    PerlPattern pattern = PerlPattern.of("^a.$", Set.of(PerlPattern.Option.MULTILINE));
    assertThat(pattern.matches("a\r\nb")).isTrue();
    assertThat(pattern.matches("x\ra\u0085\ny")).isFalse();
  }

  @Test
  void endsACatastrophe() {
    PerlPattern pattern = PerlPattern.of("^((a|aa)+)\\1$", Set.of());
    assertThatThrownBy(() -> pattern.matches("a".repeat(61)))
        .isInstanceOf(PatternException.class)
        .hasMessageContaining("(a|aa)+");
  }

  @Test
  void leavesOutGroupsOfNegativeAssertions() {
    PerlPattern pattern =
        PerlPattern.of(
            "^(\\w+):(?!(/usr)?(/sbin/nologin|/bin/false)).*$",
            Set.of(PerlPattern.Option.MULTILINE));
    PerlPattern.Search search = pattern.search("a:/usr/sbin/nologin\nsync:/bin/sync");
    assertThat(search.next().orElseThrow().groups()).containsExactly("sync");
  }

  @Test
  void knowsTheFixedBeginningOfAPattern() {
    assertThat(PerlPattern.of("^/etc/ssh/.*\\.conf$", Set.of()).prefix()).isEqualTo("/etc/ssh/");
    assertThat(PerlPattern.of("^/etcx?/a", Set.of()).prefix()).isEqualTo("/etc");
    assertThat(PerlPattern.of("/etc|/usr", Set.of()).prefix()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'^/etc/pam.d/(common-auth|login)$', /etc/pam",
    "'^/etc/(a|b)', /etc/",
    "'^/etc/a$|^/opt/b$', ''",
    "'^/etc/a[(]x|^/b', ''",
    "'^/etc/a[]|]x', /etc/a",
    "'^/etc/ab?', /etc/a",
    "'^/\\Qa|b\\E|c', ''",
    "'/etc', ''"
  })
  void knowsTheTextWithWhichEveryMatchBegins(String pattern, String prefix) {
    assertThat(PerlPattern.of(pattern, Set.of()).prefix()).isEqualTo(prefix);
  }

  @Test
  void readsTheEscapeOfAnythingButANewline() {
    assertThat(PerlPattern.of("^a\\N+b$", Set.of()).matches("axxb")).isTrue();
    assertThat(PerlPattern.of("^a\\N+b", Set.of()).matches("ax\nb")).isFalse();
  }
}
