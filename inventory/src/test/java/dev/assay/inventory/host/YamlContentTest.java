package dev.assay.inventory.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `yamlfilecontent` against oscap: what paths select of a document, and what states say of it.
class YamlContentTest {
  private static final String DOCUMENT =
      """
      first: {'Map': {1: '1'}, Nop: 0, Yep: '1', 'Arr': [[11, 12], 2, ['31', '32'], [4, 5, 6, 7, 8, 9], {'k': 'val', 0: 0}]}
      second:
        - {'abc': &anc [1, 2], 'def': [11, 22], 'abcdef': 2, 'q': 'Q'}
        - {'abc': [3, 4], 'abcdef': 4, 'z': 'zzz'}
      camelCase: {someKey: yes, 'a^b': TRUE, C: 0o17}
      plain:
        text: some words
        quoted: "true"
        truth: True
        number: -12
        hex: 0x1F
        real: 1.500000
        'dotted.key': [a, b]
      empty: []
      """;

  @TempDir Path work;
  private Path tree = Path.of("");

  private SmallOval content(String path, List<String> states) throws IOException {
    assumeTrue(SmallOval.hasOracle(), "oscap is not installed");
    tree = work.resolve("tree");
    Files.createDirectories(tree.resolve("etc"));
    Files.writeString(tree.resolve("etc/a.yaml"), DOCUMENT);
    StringBuilder tests = new StringBuilder();
    StringBuilder all = new StringBuilder();
    for (int i = 1; i <= states.size(); i++) {
      tests.append(
          "<ind:yamlfilecontent_test id=\"oval:a:tst:%1$d\" version=\"1\" check=\"all\" comment=\"c\"><ind:object object_ref=\"oval:a:obj:1\"/><ind:state state_ref=\"oval:a:ste:%1$d\"/></ind:yamlfilecontent_test>"
              .formatted(i));
      all.append(
          "<ind:yamlfilecontent_state id=\"oval:a:ste:%d\" version=\"1\"><ind:value datatype=\"record\" entity_check=\"at least one\">%s</ind:value></ind:yamlfilecontent_state>"
              .formatted(i, states.get(i - 1)));
    }
    if (states.isEmpty()) {
      tests.append(
          "<ind:yamlfilecontent_test id=\"oval:a:tst:1\" version=\"1\" check=\"all\" comment=\"c\"><ind:object object_ref=\"oval:a:obj:1\"/></ind:yamlfilecontent_test>");
    }
    return new SmallOval(
        work,
        "<tests>"
            + tests
            + "</tests><objects><ind:yamlfilecontent_object id=\"oval:a:obj:1\" version=\"1\"><ind:filepath>/etc/a.yaml</ind:filepath><ind:yamlpath>"
            + path.replace("&", "&amp;")
            + "</ind:yamlpath></ind:yamlfilecontent_object></objects>"
            + (states.isEmpty() ? "" : "<states>" + all + "</states>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.first.Map",
        ".first.Nop",
        ".first.Arr[0]",
        ".first.Arr[1]",
        ".first.Arr[2][0]",
        ".first.Arr[:2][0]",
        ".first.Arr[3][:]",
        ".first.Arr[4].k",
        ".first.Arr[:][0]",
        ".first.Arr[:].k",
        ".first.Arr[3][1::2]",
        ".first.Arr[3][:4:2]",
        "first.Arr[3][0,2,4]",
        ".second[2].abc",
        ".second[0:2].abc",
        ".second[0].abcdef",
        "&anc",
        "&anc[0]",
        ".first['Nop','Yep']",
        ".second[:]['abc','abcdef']",
        ".second[:]",
        ".first",
        "camelCase",
        "plain.text",
        "plain.quoted",
        "plain.truth",
        "plain.number",
        "plain.hex",
        "plain.real",
        "plain['dotted.key']",
        "plain",
        "plain.*",
        "empty",
        "nothing",
        ".second[1].*"
      })
  void selectsWhatOscapSelects(String path) throws IOException {
    SmallOval content = content(path, List.of());
    Set<String> fields = Set.of("field");
    assertThat(content.assay(tree, fields)).isEqualTo(content.oscap(tree, fields)).hasSize(2);
  }

  @Test
  void judgesRecordsAsOscapDoes() throws IOException {
    SmallOval content =
        content(
            "plain",
            List.of(
                field("text", "string", "pattern match", "words$"),
                field("text", "string", "equals", "other"),
                field("truth", "boolean", "equals", "true"),
                field("number", "int", "less than", "0"),
                field("number", "int", "less than", "0")
                    + field("truth", "boolean", "equals", "false"),
                field("none", "string", "equals", "x"),
                field("dotted.key", "string", "pattern match", "^[ab]$")));
    assertThat(content.assay(tree, Set.of())).isEqualTo(content.oscap(tree, Set.of())).hasSize(8);
  }

  @Test
  void tellsWhatItCannotSelect() throws IOException {
    SmallOval content = content("first[", List.of());
    Map<String, String> told = content.assay(tree, Set.of());
    assertThat(told).containsEntry("test 1", "error").isEqualTo(content.oscap(tree, Set.of()));
  }

  private static String field(String name, String datatype, String operation, String value) {
    return "<field name=\"%s\" datatype=\"%s\" operation=\"%s\" entity_check=\"all\">%s</field>"
        .formatted(name, datatype, operation, value);
  }
}
