package dev.assay.scap.procfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {
  @ParameterizedTest
  @CsvSource({
    "7f000001, 127.0.0.1",
    "00000000, 0.0.0.0",
    "00000000000000000000000000000000, ::",
    "00000000000000000000000000000001, ::1",
    "20010db8000000000001000000000001, 2001:db8::1:0:0:1",
    "20010db8000100010001000100010001, 2001:db8:1:1:1:1:1:1",
    "20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1",
    "fe800000000000000000000000000000, fe80::",
    "00000000000000000000ffff7f000001, ::ffff:127.0.0.1"
  })
  void writesWhatInetNtopWrites(String bytes, String text) {
    assertThat(AddressText.of(HexFormat.of().parseHex(bytes))).isEqualTo(text);
  }
}
