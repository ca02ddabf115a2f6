package dev.assay.agent.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class EnrolmentTokenTest {
  private static final EnrolmentToken TOKEN =
      new EnrolmentToken("ASAYTOKENTOKENTOKEN2", "s".repeat(40), "eu-central-1", "ab".repeat(32));

  @Test
  void the_line_of_a_token_is_read_as_the_token() {
    assertThat(TOKEN.line()).startsWith("assay-enrol-v1.").doesNotContain("\n");
    assertThat(EnrolmentToken.parse(TOKEN.line() + "\n")).isEqualTo(TOKEN);
  }

  @Test
  void a_line_that_was_cut_off_anywhere_is_no_token_and_is_not_quoted() {
    for (int end = 0; end < TOKEN.line().length() - 2; end++) {
      String cut = TOKEN.line().substring(0, end);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EnrolmentToken.parse(cut))
          .satisfies(
              refused -> assertThat(refused.getMessage()).doesNotContain("eyJ").isNotEmpty());
    }
  }

  @Test
  void it_does_not_print_its_secret() {
    assertThat(TOKEN.toString()).doesNotContain(TOKEN.secretAccessKey());
  }
}
