package dev.assay.scap.output;

import dev.assay.scap.oval.DefinitionResult;
import dev.assay.scap.oval.DefinitionResult.Node;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.TestResult;
import java.util.List;
import java.util.stream.Collectors;

/// The evidence of a rule as indented lines for a person.
public final class EvidenceText {
  private static final int MOST_ITEMS = 10;
  private static final int LONGEST = 300;

  private EvidenceText() {}

  /// One line for each definition, test and item, indented by how they hang together.
  public static String of(List<DefinitionResult> definitions) {
    StringBuilder text = new StringBuilder();
    for (DefinitionResult definition : definitions) {
      line(text, 0, definition.truth().word() + "  " + definition.definition().id());
      definition.criteria().forEach(node -> node(node, 1, text));
    }
    return text.toString();
  }

  private static void node(Node node, int depth, StringBuilder text) {
    String result = node.truth().word();
    switch (node) {
      case Node.Group group -> {
        line(
            text,
            depth,
            result
                + "  "
                + not(group.group().negate())
                + group.group().operator()
                + "  "
                + group.group().comment());
        group.parts().forEach(part -> node(part, depth + 1, text));
      }
      case Node.Extended extended -> {
        line(
            text,
            depth,
            result + "  " + not(extended.reference().negate()) + extended.reference().definition());
        extended.result().criteria().forEach(part -> node(part, depth + 1, text));
      }
      case Node.Tested tested -> {
        TestResult test = tested.result();
        line(
            text,
            depth,
            result
                + "  "
                + not(tested.reference().negate())
                + test.test().type()
                + "  "
                + test.test().comment());
        items(test, depth + 1, text);
      }
    }
  }

  private static void items(TestResult test, int depth, StringBuilder text) {
    List<Item> items = test.collected().items();
    if (items.isEmpty()) {
      line(
          text,
          depth,
          "nothing found (" + test.collected().flag().word() + ") " + test.collected().reason());
    }
    for (int i = 0; i < Math.min(items.size(), MOST_ITEMS); i++) {
      String expected =
          i < test.items().size() ? "as expected: " + test.items().get(i).word() + "  " : "";
      line(text, depth, expected + shown(items.get(i)));
    }
    if (items.size() > MOST_ITEMS) {
      line(text, depth, "… and " + (items.size() - MOST_ITEMS) + " more");
    }
  }

  private static String shown(Item item) {
    String all =
        item.fields().stream()
            .map(field -> field.name() + "=" + field.value().replace('\n', '⏎'))
            .collect(Collectors.joining("  "));
    return all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all;
  }

  private static String not(boolean negated) {
    return negated ? "NOT " : "";
  }

  private static void line(StringBuilder text, int depth, String line) {
    text.append("  ".repeat(depth)).append(line.strip()).append('\n');
  }
}
