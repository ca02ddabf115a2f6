package dev.assay.inventory.host;

import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.OvalDocument;
import dev.assay.scap.oval.OvalEvaluation;
import dev.assay.scap.oval.OvalReader;
import dev.assay.scap.probe.Collectors;
import dev.assay.scap.probe.Semantics;
import dev.assay.scap.xml.ElementReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// OVAL content of a few lines, evaluated over a tree by Debian's `oscap` and by Assay: by the
/// numbers of its objects, the flag and some fields of the items; by those of its tests, the
/// results.
final class SmallOval {
  private static final String HEAD =
      """
      <oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5"
        xmlns:unix="http://oval.mitre.org/XMLSchema/oval-definitions-5#unix"
        xmlns:ind="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent"
        xmlns:oval="http://oval.mitre.org/XMLSchema/oval-common-5"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <generator><oval:schema_version>5.11.3</oval:schema_version>
      <oval:timestamp>2026-01-01T00:00:00</oval:timestamp></generator>
      """;
  private static final String IDS = "\"oval:a:(obj|tst):(\\d+)\"";

  private final Path work;
  private final String text;
  private final List<String> tests = new ArrayList<>();

  /// @param parts `tests`, `objects` and `states`; the definition asks all tests
  SmallOval(Path work, String parts) {
    this.work = work;
    StringBuilder criteria = new StringBuilder();
    Matcher test = Pattern.compile("_test id=\"(oval:a:tst:\\d+)\"").matcher(parts);
    while (test.find()) {
      tests.add(test.group(1));
      criteria.append("<criterion test_ref=\"").append(test.group(1)).append("\"/>");
    }
    this.text =
        HEAD
            + "<definitions><definition class=\"compliance\" id=\"oval:a:def:1\" version=\"1\">"
            + "<metadata><title>t</title><description>d</description></metadata><criteria>"
            + criteria
            + "</criteria></definition></definitions>"
            + parts
            + "</oval_definitions>";
  }

  static boolean hasOracle() {
    return Files.isExecutable(Path.of("/usr/bin/oscap"));
  }

  /// @param fields those of the items that are shown
  Map<String, String> oscap(Path tree, Set<String> fields) throws IOException {
    Path content = Files.writeString(work.resolve("small.xml"), text);
    Path results = work.resolve("small-results.xml");
    ProcessBuilder oscap =
        new ProcessBuilder(
                "oscap",
                "oval",
                "eval",
                "--skip-valid",
                "--results",
                results.toString(),
                content.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    oscap.environment().put("OSCAP_PROBE_ROOT", tree.toString());
    try {
      oscap.start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return told(Files.readString(results), fields);
  }

  private static Map<String, String> told(String results, Set<String> fields) {
    String collected = results.substring(results.indexOf("<oval_system_characteristics"));
    Map<String, String> items = new HashMap<>();
    Matcher item = Pattern.compile("(?s)_item id=\"(\\d+)\"[^>]*>(.*?)_item>").matcher(collected);
    while (item.find()) {
      items.put(item.group(1), shown(item.group(2), fields));
    }
    Map<String, String> told = new TreeMap<>();
    Matcher object =
        Pattern.compile(
                "(?s)<object id=" + IDS + "[^>]*flag=\"([^\"]*)\"(?:/>|[^>]*>(.*?)</object>)")
            .matcher(collected);
    while (object.find()) {
      Set<String> found = new TreeSet<>();
      if (object.group(4) != null) {
        Matcher reference = Pattern.compile("item_ref=\"(\\d+)\"").matcher(object.group(4));
        while (reference.find()) {
          found.add(items.get(reference.group(1)));
        }
      }
      told.put("object " + object.group(2), object.group(3) + " " + found);
    }
    Matcher test =
        Pattern.compile("<test test_id=" + IDS + "[^>]* result=\"([^\"]+)\"").matcher(results);
    while (test.find()) {
      told.put("test " + test.group(2), test.group(3));
    }
    return told;
  }

  private static String shown(String item, Set<String> fields) {
    List<String> shown = new ArrayList<>();
    Matcher field =
        Pattern.compile("<(?:[\\w-]+:)?(\\w+)(?: name=\"([^\"]*)\")?[^>]*>([^<]*)</").matcher(item);
    while (field.find()) {
      if (fields.contains(field.group(1))) {
        shown.add((field.group(2) == null ? "" : field.group(2) + "=") + field.group(3));
      }
    }
    return shown(shown);
  }

  /// The parts of records have no order.
  private static String shown(List<String> values) {
    boolean named = values.stream().anyMatch(value -> value.contains("="));
    return String.join(" ", named ? values.stream().sorted().toList() : values).strip();
  }

  Map<String, String> assay(Path tree, Set<String> fields) throws IOException {
    ElementReader reader =
        ElementReader.over(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    reader.nextStart();
    OvalDocument document = OvalReader.read(reader.tree(Set.of("generator", "metadata")::contains));
    OvalEvaluation evaluation =
        new OvalEvaluation(
            document,
            Collectors.over(TreeHost.at(tree), Semantics.OPENSCAP),
            Map.of(),
            1_800_000_000L);
    Map<String, String> told = new TreeMap<>();
    evaluation.evaluate("oval:a:def:1");
    evaluation
        .collected()
        .forEach((id, collected) -> told.put(number("object ", id), shown(collected, fields)));
    evaluation
        .results()
        .forEach(result -> told.put(number("test ", result.test().id()), result.truth().word()));
    return told;
  }

  private static String number(String word, String id) {
    return word + id.substring(id.lastIndexOf(':') + 1);
  }

  private static String shown(Collected collected, Set<String> fields) {
    Set<String> found = new TreeSet<>();
    for (Item item : collected.items()) {
      List<String> shown = new ArrayList<>();
      for (Item.Field field : item.fields()) {
        if (fields.contains(field.name())) {
          shown.add(field.value());
        }
        if (fields.contains("field")) {
          field.parts().forEach(part -> shown.add(part.name() + "=" + part.value()));
        }
      }
      found.add(shown(shown));
    }
    return collected.flag().word() + " " + found;
  }
}
