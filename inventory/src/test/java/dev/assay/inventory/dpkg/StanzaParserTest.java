package dev.assay.inventory.dpkg;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StanzaParserTest {
  private static final List<String> WANTED = List.of("package", "version", "status");
  private static final String[] PIECES = {
    "Package: ",
    "package:",
    "Version: ",
    "Status: ",
    "Description: ",
    " ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "a",
    "1.0-1",
    ":",
    "\0",
    "é",
    "x",
    "install ok installed"
  };

  @Test
  void it_agrees_with_a_slow_obvious_parser() {
    Random random = new Random(20240607);
    for (int i = 0; i < 10_000; i++) {
      String text = text(random);
      assertThat(parse(text.getBytes(StandardCharsets.UTF_8)))
          .as("%s", text)
          .isEqualTo(slowly(text));
    }
  }

  @Test
  void a_stream_of_many_blocks_yields_the_same_stanzas() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("Package: p").append(i).append("\nVersion: ").append(i).append("\nX: ");
      text.repeat("y", i % 200).append("\n\n");
    }
    byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
    List<Map<String, String>> streamed = new ArrayList<>();

    StanzaStream.parse(
        new ByteArrayInputStream(content),
        WANTED,
        Long.MAX_VALUE,
        stanza -> streamed.add(stanza.fields()));

    assertThat(streamed).isEqualTo(parse(content)).hasSize(20_000);
  }

  @Test
  void corrupt_bytes_never_throw() {
    byte[] sound =
        "Package: a\nVersion: 1\nStatus: install ok installed\nDescription: x\n y\n\n"
            .repeat(5)
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] corrupt = sound.clone();
      for (int change = random.nextInt(8); change >= 0; change--) {
        corrupt[random.nextInt(corrupt.length)] = (byte) random.nextInt(256);
      }
      fuzz(corrupt);
    }
  }

  @FuzzTest
  void fuzz(byte[] content) {
    StanzaParser.parse(
        content,
        DpkgRecord.FIELDS,
        stanza -> assertThat(DpkgRecord.of(stanza, "status", null)).isNotNull());
  }

  private static List<Map<String, String>> parse(byte[] content) {
    List<Map<String, String>> stanzas = new ArrayList<>();
    StanzaParser.parse(content, WANTED, stanza -> stanzas.add(stanza.fields()));
    return stanzas;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int piece = random.nextInt(25); piece >= 0; piece--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static List<Map<String, String>> slowly(String text) {
    List<Map<String, String>> stanzas = new ArrayList<>();
    Map<String, String> fields = null;
    for (String raw : text.split("\n", -1)) {
      String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
      if (line.isEmpty()) {
        if (fields != null) {
          stanzas.add(fields);
        }
        fields = null;
      } else if (line.matches("(?s)[!-9;-~]+:.*")) {
        String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
        String value = line.substring(line.indexOf(':') + 1).strip();
        if (fields != null && name.equals("package") && fields.containsKey(name)) {
          stanzas.add(fields);
          fields = null;
        }
        fields = fields == null ? new HashMap<>() : fields;
        if (WANTED.contains(name)) {
          fields.putIfAbsent(name, value);
        }
      }
    }
    if (fields != null) {
      stanzas.add(fields);
    }
    return stanzas;
  }
}
