package dev.assay.scap.source;

import dev.assay.scap.oval.OvalDocument;
import dev.assay.scap.oval.OvalReader;
import dev.assay.scap.xccdf.Benchmark;
import dev.assay.scap.xccdf.BenchmarkReader;
import dev.assay.scap.xccdf.CpeDictionary;
import dev.assay.scap.xml.Element;
import dev.assay.scap.xml.ElementReader;
import dev.assay.scap.xml.MalformedContentException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Reads a datastream collection in one pass. Prose and questionnaires are passed over.
public final class DataStreamReader {
  private static final Set<String> PROSE =
      Set.of(
          "description",
          "rationale",
          "warning",
          "fixtext",
          "fix",
          "ident",
          "notice",
          "front-matter",
          "rear-matter",
          "status",
          "metadata",
          "Signature");
  private static final Set<String> OVAL_PROSE =
      Set.of(
          "generator",
          "description",
          "reference",
          "affected",
          "oval_repository",
          "notes",
          "Signature");

  private final Map<String, String> componentOfReference = new HashMap<>();
  private final Map<String, String> referenceOfName = new HashMap<>();
  private final Map<String, OvalDocument> oval = new HashMap<>();
  private final Map<String, String> scripts = new HashMap<>();
  private CpeDictionary dictionary = CpeDictionary.empty();
  private Benchmark benchmark = Benchmark.none();

  private DataStreamReader() {}

  /// Reads the collection's first benchmark with what belongs to it.
  ///
  /// @throws MalformedContentException if this is no datastream, or one without a benchmark
  public static DataStream read(InputStream document) {
    DataStreamReader collection = new DataStreamReader();
    ElementReader reader = ElementReader.over(document);
    if (!reader.nextStart() || !reader.name().equals("data-stream-collection")) {
      throw new MalformedContentException(
          "This is no SCAP source datastream: its root is no data-stream-collection.");
    }
    try {
      while (reader.nextStart()) {
        collection.take(reader);
      }
    } catch (IllegalArgumentException e) {
      throw new MalformedContentException("Not as SCAP has it: " + e.getMessage(), e);
    }
    return collection.dataStream();
  }

  private void take(ElementReader reader) {
    switch (reader.name()) {
      case "data-stream" -> catalog(reader.tree(name -> false));
      case "component" -> component(reader.head().attribute("id", ""), reader);
      case "extended-component" -> extension(reader.head().attribute("id", ""), reader);
      default -> reader.skip();
    }
  }

  /// A component of a kind that SCAP does not know: the script of a check, as OpenSCAP has it.
  private void extension(String id, ElementReader reader) {
    if (!reader.nextStart()) {
      return;
    }
    if (reader.name().equals("script")) {
      scripts.put(id, reader.text(Element::text));
    } else {
      reader.skip();
    }
  }

  private void component(String id, ElementReader reader) {
    if (!reader.nextStart()) {
      return;
    }
    switch (reader.name()) {
      case "oval_definitions" -> oval.put(id, OvalReader.read(reader.tree(OVAL_PROSE::contains)));
      case "cpe-list" -> dictionary = dictionary.with(reader.tree(PROSE::contains));
      case "Benchmark" -> {
        Element root = reader.tree(PROSE::contains);
        if (benchmark.id().isEmpty()) {
          benchmark = BenchmarkReader.read(root);
        }
      }
      default -> reader.skip();
    }
  }

  private void catalog(Element element) {
    String reference = element.attribute("href", "");
    if (element.name().equals("component-ref")) {
      componentOfReference.put(element.required("id"), reference.replaceFirst("^#", ""));
    } else if (element.name().equals("uri")) {
      referenceOfName.put(element.required("name"), element.required("uri").replaceFirst("^#", ""));
    }
    element.children().forEach(this::catalog);
  }

  private DataStream dataStream() {
    if (benchmark.id().isEmpty()) {
      throw new MalformedContentException("The datastream has no benchmark.");
    }
    return new DataStream(benchmark, dictionary, named(oval), named(scripts));
  }

  /// What checks can refer to, by the names by which they do.
  private <T> Map<String, T> named(Map<String, T> components) {
    Map<String, T> named = new HashMap<>();
    referenceOfName.forEach(
        (name, reference) -> {
          T component = components.get(componentOfReference.getOrDefault(reference, ""));
          if (component != null) {
            named.put(name, component);
          }
        });
    return named;
  }
}
