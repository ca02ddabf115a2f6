package dev.assay.scap.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ComponentCopyTest {
  private static final String DOCUMENT =
      """
      <?xml version="1.0"?><!-- a comment -->
      <c:collection xmlns:c="urn:c" xmlns:o="urn:o">
        <c:component id="first" xmlns="urn:first"><one xmlns:o="urn:other"/></c:component>
        <c:component id="second" xmlns:x="urn:x"><o:two o:kind="a&#9;&quot;b&quot;&lt;" xmlns="urn:two"
          ><x:part>1 &lt; 2 &amp; 3 > 2 \u00e4</x:part><!-- nothing --><part xmlns=""><![CDATA[<&>]]></part></o:two></c:component>
      </c:collection>
      """;

  @Test
  void what_is_copied_has_the_namespaces_that_were_declared_around_it() throws IOException {
    assertThat(copy("second"))
        .isEqualTo(
            "<o:two xmlns=\"urn:two\" xmlns:c=\"urn:c\" xmlns:o=\"urn:o\" xmlns:x=\"urn:x\""
                + " o:kind=\"a&#9;&quot;b&quot;&lt;\"><x:part>1 &lt; 2 &amp; 3 &gt; 2 \u00e4</x:part>"
                + "<part xmlns=\"\">&lt;&amp;&gt;</part></o:two>\n");
  }

  @Test
  void a_sibling_s_namespaces_are_not_taken_along() throws IOException {
    assertThat(copy("first"))
        .isEqualTo("<one xmlns=\"urn:first\" xmlns:c=\"urn:c\" xmlns:o=\"urn:other\"></one>\n");
  }

  @Test
  void a_component_that_is_not_there_is_named() {
    assertThatThrownBy(() -> copy("third"))
        .isInstanceOf(MalformedContentException.class)
        .hasMessageContaining("third");
  }

  private static String copy(String component) throws IOException {
    StringBuilder out = new StringBuilder();
    try (InputStream stream = new ByteArrayInputStream(DOCUMENT.getBytes(StandardCharsets.UTF_8))) {
      ComponentCopy.write(stream, component, out);
    }
    return out.toString();
  }
}
