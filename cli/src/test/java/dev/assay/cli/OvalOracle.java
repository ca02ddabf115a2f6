package dev.assay.cli;

import dev.assay.inventory.host.TreeHost;
import dev.assay.scap.oval.DefinitionResult;
import dev.assay.scap.oval.DefinitionResult.Node;
import dev.assay.scap.oval.OvalDocument;
import dev.assay.scap.oval.OvalEvaluation;
import dev.assay.scap.oval.OvalReader;
import dev.assay.scap.oval.OvalTest;
import dev.assay.scap.oval.TestResult;
import dev.assay.scap.probe.Collectors;
import dev.assay.scap.probe.Semantics;
import dev.assay.scap.xml.ElementReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The OVAL document of a datastream, evaluated over trees by `oscap oval eval` and by Assay: the
/// result of every test of the types that Debian's oscap reads offline.
final class OvalOracle {
  private static final Set<String> TYPES =
      Set.of("textfilecontent54", "file", "symlink", "xmlfilecontent", "password", "partition");
  private static final Pattern NAMESPACE = Pattern.compile("xmlns:[\\w.-]+=\"[^\"]+\"");
  private static final Pattern TEST =
      Pattern.compile("<test test_id=\"([^\"]+)\"[^>]* result=\"([^\"]+)\"");

  private final Path directory;
  private final Path oval;
  private final OvalDocument document;

  private OvalOracle(Path directory, Path oval, OvalDocument document) {
    this.directory = directory;
    this.oval = oval;
    this.document = document;
  }

  /// @param component the end of the id of the component to take
  static OvalOracle of(BenchmarkContent content, String component, Path directory)
      throws IOException {
    String text;
    try (InputStream stream = content.opened()) {
      text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path file = Files.writeString(directory.resolve("oval.xml"), component(text, component));
    try (InputStream stream = Files.newInputStream(file)) {
      ElementReader reader = ElementReader.over(stream);
      reader.nextStart();
      return new OvalOracle(
          directory, file, OvalReader.read(reader.tree(Set.of("generator", "metadata")::contains)));
    }
  }

  /// By test id, what oscap says of a tree.
  Map<String, String> oscap(Path tree) throws IOException, InterruptedException {
    Path results = directory.resolve("results.xml");
    ProcessBuilder oscap =
        new ProcessBuilder(
                "oscap",
                "oval",
                "eval",
                "--skip-valid",
                "--results",
                results.toString(),
                oval.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    oscap.environment().put("OSCAP_PROBE_ROOT", tree.toString());
    oscap.start().waitFor();
    Map<String, String> all = new TreeMap<>();
    Matcher test = TEST.matcher(Files.readString(results));
    while (test.find()) {
      OvalTest known = document.tests().get(test.group(1));
      if (known != null && TYPES.contains(known.type())) {
        all.put(test.group(1), test.group(2));
      }
    }
    return all;
  }

  /// By test id, what Assay says of a tree; only tests that decide something are evaluated.
  Map<String, String> assay(Path tree) throws IOException {
    OvalEvaluation evaluation =
        new OvalEvaluation(
            document,
            Collectors.over(TreeHost.at(tree), Semantics.OPENSCAP),
            Map.of(),
            1_800_000_000L);
    Map<String, String> all = new TreeMap<>();
    for (String id : document.definitions().keySet()) {
      DefinitionResult result = evaluation.evaluate(id);
      if (result != null) {
        tests(result).forEach(each -> all.put(each.test().id(), each.truth().word()));
      }
    }
    return all;
  }

  private static List<TestResult> tests(DefinitionResult result) {
    List<TestResult> tests = new ArrayList<>();
    result.criteria().forEach(node -> collect(node, tests));
    return tests;
  }

  private static void collect(Node node, List<TestResult> into) {
    switch (node) {
      case Node.Group group -> group.parts().forEach(part -> collect(part, into));
      case Node.Extended extended -> into.addAll(tests(extended.result()));
      case Node.Tested tested -> into.add(tested.result());
    }
  }

  /// The component as a document of its own, with the namespaces that the whole declares.
  private static String component(String text, String id) {
    Matcher component =
        Pattern.compile("<ds:component id=\"[^\"]*" + Pattern.quote(id) + "\"[^>]*>").matcher(text);
    if (!component.find()) {
      throw new IllegalArgumentException("The content has no component " + id);
    }
    int start = text.indexOf('<', component.end());
    String name = text.substring(start + 1).split("[\\s>]", 2)[0];
    int end = text.indexOf("</" + name + ">", start);
    int root = text.indexOf("<ds:data-stream-collection");
    Map<String, String> namespaces = new HashMap<>();
    Matcher all = NAMESPACE.matcher(text.substring(root, text.indexOf('>', root)));
    String head = text.substring(start, text.indexOf('>', start));
    while (all.find()) {
      if (!head.contains(all.group().split("=", 2)[0] + "=")) {
        namespaces.put(all.group(), "");
      }
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<"
        + name
        + " "
        + String.join(" ", namespaces.keySet())
        + text.substring(start + 1 + name.length(), end)
        + "</"
        + name
        + ">\n";
  }
}
