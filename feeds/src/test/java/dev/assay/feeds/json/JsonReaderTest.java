package dev.assay.feeds.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.feeds.MalformedRecordException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
  @Test
  void a_document_is_read_with_its_paths() throws IOException {
    JsonValue document = JsonReader.read(bytes("{\"a\": [{\"b\": \"x\"}, {}]}"));
    assertThat(document.elements("a").getFirst().text("b")).isEqualTo("x");
    assertThatThrownBy(() -> document.elements("a").get(1).text("b"))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessage("a[1].b is missing");
  }

  @Test
  void a_member_of_the_wrong_type_is_named() throws IOException {
    JsonValue document = JsonReader.read(bytes("{\"a\": {\"b\": 1}, \"n\": \"x\", \"e\": \" \"}"));
    assertThatThrownBy(() -> document.member("a").text("b")).hasMessage("a.b is not a string");
    assertThatThrownBy(() -> document.elements("a")).hasMessage("a is not an array");
    assertThatThrownBy(() -> document.member("n").text("b")).hasMessage("n is not an object");
    assertThatThrownBy(() -> document.number("n")).hasMessage("n is not a number: \"x\"");
    assertThatThrownBy(() -> document.text("e")).hasMessage("e is blank");
    assertThatThrownBy(() -> document.flag("n")).hasMessage("n is not true or false");
  }

  @Test
  void absent_and_null_members_are_the_same() throws IOException {
    JsonValue document = JsonReader.read(bytes("{\"a\": null}"));
    assertThat(document.optional("a")).isNull();
    assertThat(document.optionalText("b")).isNull();
    assertThat(document.elements("a")).isEmpty();
    assertThat(document.textOrEmpty("a")).isEmpty();
    assertThat(document.flag("a")).isFalse();
    assertThat(document.members()).isEmpty();
  }

  @Test
  void arrays_lines_and_single_documents_are_all_streams_of_documents() throws IOException {
    for (String text : List.of("[{\"i\":1},{\"i\":2}]", "{\"i\":1}\n{\"i\":2}\n")) {
      List<Double> seen = new ArrayList<>();
      JsonReader.readEach(bytes(text), document -> seen.add(document.number("i")));
      assertThat(seen).containsExactly(1.0, 2.0);
    }
  }

  @Test
  void what_stood_before_a_malformed_document_is_delivered() {
    List<Double> seen = new ArrayList<>();
    assertThatThrownBy(
            () ->
                JsonReader.readEach(
                    bytes("[{\"i\":1},{\"i\":2},{\"i\":"),
                    document -> seen.add(document.number("i"))))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("line 1, column");
    assertThat(seen).containsExactly(1.0, 2.0);
  }

  @Test
  void a_large_object_is_read_member_by_member() throws IOException {
    List<String> seen = new ArrayList<>();
    JsonReader.readMembers(
        bytes("{\"p\":{\"x\":\"1\"},\"q\":{\"x\":\"2\"}}"),
        (name, value) -> seen.add(name + value.text("x")));
    assertThat(seen).containsExactly("p1", "q2");
    assertThatThrownBy(() -> JsonReader.readMembers(bytes("[]"), (name, value) -> {}))
        .hasMessage("The document is not an object");
  }

  @Test
  void deep_nesting_is_refused_and_not_recursed_into() {
    assertThatThrownBy(() -> JsonReader.read(bytes("[".repeat(100_000))))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("depth");
  }

  @Test
  void a_value_too_large_to_hold_is_refused() {
    InputStream large = bytes("[" + ("\"" + "x".repeat(4_000_000) + "\",").repeat(10));
    assertThatThrownBy(() -> JsonReader.read(large))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("more than");
  }

  @Test
  void empty_input_and_trailing_text_are_malformed() {
    assertThatThrownBy(() -> JsonReader.read(bytes(""))).hasMessage("The document is empty");
    assertThatThrownBy(() -> JsonReader.read(bytes("{} {}")))
        .hasMessageContaining("more than one document");
  }

  @Test
  void bytes_that_cannot_be_read_are_not_called_malformed() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    assertThatThrownBy(() -> JsonReader.read(broken))
        .isInstanceOf(IOException.class)
        .hasMessage("Stream closed");
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
