package dev.assay.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpmHeaderTest {

  @Test
  void textsAndNumbersAreFoundByTheirTags() {
    RpmHeader header =
        parse(
            HeaderBuilder.of("bash", "5.1.8", "6.el9")
                .numbers(1003, 2)
                .texts(1118, "/usr/bin/", "/etc/"));
    assertThat(header.text(HeaderTag.NAME)).isEqualTo("bash");
    assertThat(header.text(HeaderTag.RELEASE)).isEqualTo("6.el9");
    assertThat(header.number(HeaderTag.EPOCH)).hasValue(2);
    assertThat(header.texts(HeaderTag.DIRNAMES)).containsExactly("/usr/bin/", "/etc/");
    assertThat(header.text(HeaderTag.VENDOR)).isNull();
    assertThat(header.number(HeaderTag.DIRINDEXES)).isEmpty();
  }

  @Test
  void aDribbleReplacesTheRegionsEntry() {
    RpmHeader header =
        parse(HeaderBuilder.of("a", "1", "1").text(5096, "old:1").dribbles().text(5096, "new:2"));
    assertThat(header.text(HeaderTag.MODULARITYLABEL)).isEqualTo("new:2");
  }

  @Test
  void translatedTextIsReadUntranslated() {
    assertThat(parse(new HeaderBuilder().i18n(1011, "Example", "Beispiel")).text(HeaderTag.VENDOR))
        .isEqualTo("Example");
  }

  @Test
  void aHeaderOfRpm3HasNoRegion() {
    RpmHeader header = parse(HeaderBuilder.of("a", "1", "2").withoutRegion());
    assertThat(header.text(HeaderTag.RELEASE)).isEqualTo("2");
  }

  @Test
  void blankTextIsAsGoodAsNone() {
    assertThat(parse(new HeaderBuilder().text(1011, " ")).text(HeaderTag.VENDOR)).isNull();
  }

  @Test
  void anEpochIsUnsigned() {
    assertThat(parse(new HeaderBuilder().numbers(1003, -1)).number(HeaderTag.EPOCH))
        .hasValue(4_294_967_295L);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, claims 0 entries",
    "0, -1, claims 4294967295 entries",
    "0, 65536, claims 65536 entries",
    "0, 3, do not fit",
    "4, -1, do not fit",
    "4, 2147483647, do not fit",
    "8, 5, tag 5",
    "12, 6, no trailer",
    "12, 17, type 17",
    "12, -1, type -1",
    "16, 2147483647, reaches out",
    "16, -16, reaches out",
    "20, -1, reaches out",
    "20, 2147483647, reaches out",
    "24, 62, tag 62",
    "28, 4, is no text",
    "32, 1000, reaches out",
    "36, 0, is no text",
  })
  void numbersThatMakeNoSenseAreRefused(int at, int number, String message) {
    byte[] blob = HeaderBuilder.of("a", "1", "1").build();
    ByteBuffer.wrap(blob).putInt(at, number);
    assertThatThrownBy(() -> RpmHeader.parse(octets(blob)).text(HeaderTag.NAME))
        .isInstanceOf(DamagedException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aTextMustEnd() {
    byte[] blob = new HeaderBuilder().withoutRegion().text(1000, "endless").build();
    blob[blob.length - 1] = 'x';
    assertThatThrownBy(() -> RpmHeader.parse(octets(blob)).text(HeaderTag.NAME))
        .hasMessage("The header's NAME has a text without an end.");
  }

  @Test
  void aHeaderCutAnywhereIsRefused() {
    byte[] blob = HeaderBuilder.of("a", "1", "1").build();
    for (int length = 0; length < blob.length; length++) {
      Octets cut = octets(Arrays.copyOf(blob, length));
      assertThatThrownBy(() -> RpmHeader.parse(cut)).isInstanceOf(DamagedException.class);
    }
  }

  @Test
  void filesAreJoinedFromDirectoriesAndNames() {
    HeaderBuilder header =
        new HeaderBuilder()
            .numbers(1116, 1, 0)
            .texts(1117, "passwd", "sh")
            .texts(1118, "/bin/", "/etc/");
    assertThat(paths(header)).containsExactly("/etc/passwd", "/bin/sh");
  }

  @Test
  void filesOfRpm3AreWholePaths() {
    assertThat(paths(new HeaderBuilder().texts(1027, "/bin/sh", "/etc/passwd")))
        .containsExactly("/bin/sh", "/etc/passwd");
  }

  @Test
  void aPackageMayHaveNoFiles() {
    assertThat(paths(HeaderBuilder.of("a", "1", "1"))).isEmpty();
  }

  @Test
  void aFileInAnUnnamedDirectoryIsRefused() {
    HeaderBuilder header =
        new HeaderBuilder().numbers(1116, 2).texts(1117, "sh").texts(1118, "/bin/");
    assertThatThrownBy(() -> paths(header)).hasMessageContaining("does not name");
  }

  private static List<String> paths(HeaderBuilder header) {
    List<String> paths = new ArrayList<>();
    HeaderFiles.paths(parse(header), paths::add);
    return paths;
  }

  private static RpmHeader parse(HeaderBuilder header) {
    return RpmHeader.parse(octets(header.build()));
  }

  private static Octets octets(byte[] bytes) {
    return Octets.bigEndian(bytes, bytes.length);
  }
}
