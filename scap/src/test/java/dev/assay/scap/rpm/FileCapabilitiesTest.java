package dev.assay.scap.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileCapabilitiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cap_net_raw=ep                  | 0100000200200000000000000000000000000000
          cap_net_raw+p                   | 0000000200200000000000000000000000000000
          = cap_chown,cap_kill+eip        | 0100000221000000210000000000000000000000
          cap_checkpoint_restore=ep       | 0100000200000000000000000001000000000000
          cap_net_raw=eip cap_net_raw-i   | 0100000200200000000000000000000000000000
          cap_net_raw=ep                  | 010000010020000000000000
          cap_net_raw=ep                  | 010000030020000000000000000000000000000000e80300
          """)
  void readsTextAndAttributeAlike(String text, String attribute) {
    Optional<FileCapabilities> meant = FileCapabilities.of(text);
    assertThat(meant).isPresent();
    assertThat(FileCapabilities.of(HexFormat.of().parseHex(attribute))).isEqualTo(meant);
  }

  @Test
  void takesNoTextForNone() {
    assertThat(FileCapabilities.of("")).contains(FileCapabilities.NONE);
    assertThat(FileCapabilities.of(" = ")).contains(FileCapabilities.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cap_none=ep", "cap_net_raw", "cap_net_raw=x", "cap_chown,=e"})
  void refusesWhatIsNone(String text) {
    assertThat(FileCapabilities.of(text)).isEmpty();
  }

  @Test
  void refusesAnAttributeThatIsCutShort() {
    assertThat(FileCapabilities.of(new byte[11])).isEmpty();
    assertThat(FileCapabilities.of(HexFormat.of().parseHex("010000020020000000000000"))).isEmpty();
  }
}
