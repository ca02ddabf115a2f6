package dev.assay.scap.output;

import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.oval.DefinitionResult;
import dev.assay.scap.oval.DefinitionResult.Node;
import dev.assay.scap.oval.TestResult;
import dev.assay.scap.oval.Truth;
import dev.assay.scap.xml.ComponentCopy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// Writes the results of one component's OVAL definitions (OVAL 5.11.2, oval-results): the
/// definitions, what came of those that rules hang on, and what was found on the host.
final class OvalResultsWriter {
  private static final String COMMON = "http://oval.mitre.org/XMLSchema/oval-common-5";
  private static final List<String> RESULTS =
      List.of("true", "false", "unknown", "error", "not_evaluated", "not_applicable");

  private final BenchmarkResult result;
  private final OvalComponent component;
  private final OvalEvidence evidence;
  private final FoundItems items;

  /// @param evidence what the result hangs on in the component
  OvalResultsWriter(
      BenchmarkResult result, OvalComponent component, OvalEvidence evidence, FoundItems items) {
    this.result = result;
    this.component = component;
    this.evidence = evidence;
    this.items = items;
  }

  /// Writes.
  ///
  /// @param host what the host is called
  /// @param content the datastream, to be read again
  void write(String host, ArfResultWriter.Content content, XmlPen pen, OutputStream out)
      throws IOException {
    pen.open(
        "oval_results",
        "xmlns",
        "http://oval.mitre.org/XMLSchema/oval-results-5",
        "xmlns:oval",
        COMMON);
    generator(result, pen);
    pen.open("directives");
    RESULTS.forEach(
        word -> pen.leaf("definition_" + word, "", "reported", "true", "content", "full"));
    pen.close();
    flush(pen, out);
    copy(content, out);
    pen.open("results").open("system");
    pen.open("definitions");
    evidence.definitions().values().stream()
        .flatMap(List::stream)
        .forEach(definition -> definition(definition, pen));
    pen.close().open("tests");
    for (List<TestResult> results : evidence.tests().values()) {
      results.forEach(test -> test(test, pen));
      flush(pen, out);
    }
    pen.close();
    new SystemCharacteristicsWriter(result, component, evidence, items).write(host, pen, out);
    pen.close().close().close();
    flush(pen, out);
  }

  static void generator(BenchmarkResult result, XmlPen pen) {
    pen.open("generator", "xmlns:oval", COMMON);
    pen.leaf("oval:product_name", "cpe:/a:assay:assay").leaf("oval:schema_version", "5.11.2");
    pen.leaf("oval:timestamp", moment(result.time())).close();
  }

  /// A moment without a zone, which these documents do not have.
  private static String moment(long seconds) {
    return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
  }

  private void copy(ArfResultWriter.Content content, OutputStream out) throws IOException {
    try (InputStream stream = content.open()) {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      ComponentCopy.write(stream, component.id(), writer);
      writer.flush();
    }
  }

  private void definition(DefinitionResult each, XmlPen pen) {
    String id = each.definition().id();
    pen.open(
        "definition",
        "definition_id",
        id,
        "version",
        component.version(id),
        "variable_instance",
        String.valueOf(evidence.instance(each)),
        "result",
        each.truth().word());
    each.criteria().forEach(node -> node(node, pen));
    pen.close();
  }

  private void node(Node node, XmlPen pen) {
    switch (node) {
      case Node.Group group -> {
        pen.open(
            "criteria",
            "operator",
            group.group().operator().name(),
            "negate",
            String.valueOf(group.group().negate()),
            "result",
            group.truth().word());
        group.parts().forEach(part -> node(part, pen));
        pen.close();
      }
      case Node.Tested tested ->
          pen.leaf(
              "criterion",
              "",
              "test_ref",
              tested.reference().test(),
              "version",
              component.version(tested.reference().test()),
              "variable_instance",
              String.valueOf(evidence.instance(tested.result())),
              "negate",
              String.valueOf(tested.reference().negate()),
              "result",
              tested.truth().word());
      case Node.Extended extended ->
          pen.leaf(
              "extend_definition",
              "",
              "definition_ref",
              extended.reference().definition(),
              "version",
              component.version(extended.reference().definition()),
              "variable_instance",
              String.valueOf(evidence.instance(extended.result())),
              "negate",
              String.valueOf(extended.reference().negate()),
              "result",
              extended.truth().word());
    }
  }

  private void test(TestResult each, XmlPen pen) {
    pen.open(
        "test",
        "test_id",
        each.test().id(),
        "version",
        component.version(each.test().id()),
        "variable_instance",
        String.valueOf(evidence.instance(each)),
        "check_existence",
        each.test().existence().name().toLowerCase(Locale.ROOT),
        "check",
        each.test().check().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        "state_operator",
        each.test().stateOperator().name(),
        "result",
        each.truth().word());
    if (!each.collected().reason().isEmpty()) {
      pen.leaf("message", each.collected().reason());
    }
    String namespace =
        each.test().object() == null ? "" : component.itemNamespace(each.test().object());
    for (int i = 0; i < each.collected().items().size(); i++) {
      Truth truth = each.items().isEmpty() ? Truth.NOT_EVALUATED : each.items().get(i);
      pen.leaf(
          "tested_item",
          "",
          "item_id",
          String.valueOf(items.id(namespace, each.collected().items().get(i))),
          "result",
          truth.word());
    }
    pen.close();
  }

  private static void flush(XmlPen pen, OutputStream out) throws IOException {
    out.write(pen.taken().getBytes(StandardCharsets.UTF_8));
  }
}
