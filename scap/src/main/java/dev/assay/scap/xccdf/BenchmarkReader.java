package dev.assay.scap.xccdf;

import dev.assay.scap.xml.Element;
import dev.assay.scap.xml.MalformedContentException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a benchmark into records; rules take from their groups what they inherit.
public final class BenchmarkReader {
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Set<String> items = new HashSet<>();
  private final Set<String> selected = new HashSet<>();

  private BenchmarkReader() {}

  /// Reads the element `Benchmark`.
  public static Benchmark read(Element root) {
    BenchmarkReader reader = new BenchmarkReader();
    reader.children(root, List.of(), List.of());
    Map<String, Profile> profiles = new LinkedHashMap<>();
    root.all("Profile").stream()
        .map(ProfileReader::read)
        .forEach(profile -> profiles.put(profile.id(), profile));
    Map<String, LogicalTest> tests = new HashMap<>();
    root.all("platform-specification").stream()
        .flatMap(specification -> specification.all("platform").stream())
        .forEach(
            platform ->
                platform
                    .first("logical-test")
                    .ifPresent(test -> tests.put(platform.required("id"), logical(test))));
    return new Benchmark(
        root.required("id"),
        root.textOf("title"),
        root.textOf("version"),
        platforms(root),
        tests,
        reader.rules,
        reader.values,
        profiles,
        reader.items,
        reader.selected);
  }

  private void children(Element parent, List<String> groups, List<List<String>> platforms) {
    for (Element child : parent.children()) {
      switch (child.name()) {
        case "Group" -> {
          String id = item(child);
          children(child, plus(groups, id), own(platforms, child));
        }
        case "Rule" -> rule(item(child), child, groups, own(platforms, child));
        case "Value" -> value(child);
        default -> {
          // What concerns the benchmark itself is read elsewhere.
        }
      }
    }
  }

  private String item(Element element) {
    String id = element.required("id");
    items.add(id);
    if (element.flag("selected", true)) {
      selected.add(id);
    }
    return id;
  }

  private void rule(String id, Element element, List<String> groups, List<List<String>> platforms) {
    rules.add(
        new Rule(
            id,
            element.textOf("title"),
            element.attribute("severity", "unknown"),
            Double.parseDouble(element.attribute("weight", "1.0")),
            element.attribute("role", "full"),
            groups,
            platforms,
            element.all("requires").stream()
                .map(each -> List.of(each.required("idref").strip().split("\\s+")))
                .toList(),
            element.all("conflicts").stream().map(each -> each.required("idref")).toList(),
            element.all("reference").stream()
                .map(each -> new Rule.Reference(each.attribute("href", ""), each.text().strip()))
                .toList(),
            element.first("complex-check").map(BenchmarkReader::complex),
            element.all("check").stream().map(BenchmarkReader::simple).toList()));
  }

  private static CheckReference complex(Element element) {
    List<CheckReference> parts = new ArrayList<>();
    for (Element child : element.children()) {
      parts.add(child.name().equals("complex-check") ? complex(child) : simple(child));
    }
    return new CheckReference.Complex(
        element.attribute("operator", "AND").equals("AND"), element.flag("negate", false), parts);
  }

  private static CheckReference.Simple simple(Element element) {
    Map<String, String> exports = new LinkedHashMap<>();
    element
        .all("check-export")
        .forEach(
            export -> exports.put(export.required("export-name"), export.required("value-id")));
    return new CheckReference.Simple(
        element.required("system"),
        element.attribute("selector", ""),
        element.flag("negate", false),
        element.flag("multi-check", false),
        element.all("check-content-ref").stream()
            .map(
                content ->
                    new CheckReference.Content(
                        content.required("href"), content.attribute("name", "")))
            .toList(),
        exports);
  }

  private void value(Element element) {
    Map<String, List<String>> bySelector = new HashMap<>();
    for (Element child : element.children()) {
      if (child.name().equals("value")) {
        bySelector.put(child.attribute("selector", ""), List.of(child.text()));
      } else if (child.name().equals("complex-value")) {
        bySelector.put(
            child.attribute("selector", ""),
            child.all("item").stream().map(Element::text).toList());
      }
    }
    String id = element.required("id");
    values.put(
        id,
        new Value(
            id,
            element.textOf("title"),
            element.attribute("type", "string"),
            element.attribute("operator", "equals"),
            bySelector));
  }

  private static LogicalTest logical(Element element) {
    return switch (element.name()) {
      case "logical-test" ->
          new LogicalTest.Combined(
              element.required("operator").equals("AND"),
              element.flag("negate", false),
              element.children().stream().map(BenchmarkReader::logical).toList());
      case "fact-ref" -> new LogicalTest.Fact(element.required("name"));
      case "check-fact-ref" ->
          new LogicalTest.CheckFact(element.required("href"), element.required("id-ref"));
      default ->
          throw new MalformedContentException(
              "<" + element.name() + "> is no part of a platform's test.");
    };
  }

  private static List<List<String>> own(List<List<String>> inherited, Element element) {
    List<String> platforms = platforms(element);
    return platforms.isEmpty() ? inherited : plus(inherited, platforms);
  }

  private static List<String> platforms(Element element) {
    return element.all("platform").stream().map(each -> each.required("idref")).toList();
  }

  private static <T> List<T> plus(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return List.copyOf(longer);
  }
}
