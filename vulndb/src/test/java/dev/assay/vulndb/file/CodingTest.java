package dev.assay.vulndb.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodingTest {
  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE})
  void a_number_comes_back(long value) {
    assertThat(decoder(new Encoder().number(value)).longNumber()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1, -253_402_300_799L, 253_402_300_799L})
  void a_signed_number_comes_back(long value) {
    assertThat(decoder(new Encoder().signed(value)).signed()).isEqualTo(value);
  }

  @Test
  void a_text_and_no_text_differ() {
    Decoder decoder =
        decoder(new Encoder().optionalText(null).optionalText("").optionalText("é").text("z"));
    assertThat(decoder.optionalText()).isNull();
    assertThat(decoder.optionalText()).isEmpty();
    assertThat(decoder.optionalText()).isEqualTo("é");
    assertThat(decoder.text()).isEqualTo("z");
    assertThat(decoder.remaining()).isZero();
  }

  @Test
  void what_ends_too_early_is_corrupt() {
    assertThatThrownBy(() -> decoder(new Encoder().number(5).octet('a')).text())
        .isInstanceOf(DatabaseException.Corrupt.class);
    assertThatThrownBy(() -> decoder(new Encoder().octet(0x80)).longNumber())
        .isInstanceOf(DatabaseException.Corrupt.class);
    assertThatThrownBy(() -> decoder(new Encoder().number(1_000)).count())
        .isInstanceOf(DatabaseException.Corrupt.class);
    assertThatThrownBy(() -> decoder(new Encoder().octet(2)).flag())
        .isInstanceOf(DatabaseException.Corrupt.class);
  }

  @Test
  void a_number_without_an_end_is_corrupt() {
    Encoder encoder = new Encoder();
    for (int i = 0; i < 20; i++) {
      encoder.octet(0xff);
    }
    assertThatThrownBy(() -> decoder(encoder).longNumber())
        .isInstanceOf(DatabaseException.Corrupt.class);
  }

  private static Decoder decoder(Encoder encoder) {
    return Decoder.of("test", encoder.toBytes(), 0, encoder.length());
  }
}
