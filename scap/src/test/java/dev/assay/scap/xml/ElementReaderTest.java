package dev.assay.scap.xml;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
        "<a><b></a>",
        "<a>",
        "no XML"
      })
  void refusesWhatIsHostileOrBroken(String document) {
    assertThatThrownBy(() -> read(document)).isInstanceOf(MalformedContentException.class);
  }

  @org.junit.jupiter.api.Test
  void refusesWhatIsNestedTooDeep() {
    assertThatThrownBy(() -> read("<a>".repeat(500) + "</a>".repeat(500)))
        .isInstanceOf(MalformedContentException.class);
  }

  private static void read(String document) {
    ElementReader reader =
        ElementReader.over(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    reader.nextStart();
    reader.tree(name -> false);
  }
}
