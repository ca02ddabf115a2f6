package dev.assay.scap.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class XmlStreamTest {
  @ParameterizedTest
  @CsvSource({
    "'<a>ä</a>', UTF-8",
    "'<?xml version=\"1.0\"?><a>ä</a>', UTF-8",
    "'\uFEFF<a>ä</a>', UTF-8",
    "'\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>ä</a>', UTF-8",
    "'<?xml version=\"1.0\" encoding=''utf-8''?><a>ä</a>', UTF-8",
    "'<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>ä</a>', ISO-8859-1",
    "'<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>ä</a>', UTF-16",
    "'<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>ä</a>', UTF-16LE",
    "'<a>ä</a>', UTF-16"
  })
  void a_document_is_read_in_the_encoding_that_it_has(String document, Charset encoding) {
    assertThat(text(document.getBytes(encoding))).isEqualTo("ä");
  }

  @Test
  void a_document_that_is_longer_than_its_beginning_is_read_whole() {
    String long_ = "ä".repeat(100_000);
    assertThat(text(("<a>" + long_ + "</a>").getBytes(StandardCharsets.UTF_8))).isEqualTo(long_);
  }

  @Test
  void what_is_no_utf8_is_an_error_and_nothing_on_standard_error() {
    byte[] document = ("<a>" + "x".repeat(5000) + "ä</a>").getBytes(StandardCharsets.ISO_8859_1);
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(() -> text(document)).isInstanceOf(MalformedContentException.class);
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static String text(byte[] document) {
    ElementReader reader = ElementReader.over(new ByteArrayInputStream(document));
    assertThat(reader.nextStart()).isTrue();
    return reader.text(Element::text);
  }
}
