package dev.assay.scap.output;

import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.TestResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes what was found on a host for the objects of one component (oval-system-characteristics).
final class SystemCharacteristicsWriter {
  private static final String NAMESPACE =
      "http://oval.mitre.org/XMLSchema/oval-system-characteristics-5";
  private static final String UNKNOWN = "unknown";

  private final BenchmarkResult result;
  private final OvalComponent component;
  private final OvalEvidence evidence;
  private final FoundItems items;
  private final Map<Integer, Found> found = new TreeMap<>();

  SystemCharacteristicsWriter(
      BenchmarkResult result, OvalComponent component, OvalEvidence evidence, FoundItems items) {
    this.result = result;
    this.component = component;
    this.evidence = evidence;
    this.items = items;
  }

  private record Found(String namespace, Item item) {}

  void write(String host, XmlPen pen, OutputStream out) throws IOException {
    pen.open("oval_system_characteristics", "xmlns", NAMESPACE);
    OvalResultsWriter.generator(result, pen);
    pen.open("system_info");
    pen.leaf("os_name", UNKNOWN).leaf("os_version", UNKNOWN).leaf("architecture", UNKNOWN);
    pen.leaf("primary_host_name", host).leaf("interfaces", "").close();
    pen.open("collected_objects");
    collected()
        .forEach(
            (object, all) -> {
              for (int i = 0; i < all.size(); i++) {
                object(object, i + 1, all.get(i), pen);
              }
            });
    pen.close().open("system_data");
    for (Map.Entry<Integer, Found> each : found.entrySet()) {
      item(each.getKey(), each.getValue(), pen);
      flush(pen, out);
    }
    pen.close().close();
    flush(pen, out);
  }

  /// Of an object that was collected with different values of variables, all collections.
  private Map<String, List<Collected>> collected() {
    Map<String, List<Collected>> all = new LinkedHashMap<>();
    new TreeMap<>(result.collected())
        .forEach(
            (object, one) -> {
              if (component.has(object)) {
                all.put(object, new ArrayList<>(List.of(one)));
              }
            });
    for (List<TestResult> results : evidence.tests().values()) {
      for (TestResult test : results) {
        String object = test.test().object();
        if (object != null && component.has(object)) {
          List<Collected> known = all.computeIfAbsent(object, absent -> new ArrayList<>());
          if (!known.contains(test.collected())) {
            known.add(test.collected());
          }
        }
      }
    }
    return all;
  }

  private void object(String object, int instance, Collected collected, XmlPen pen) {
    pen.open(
        "object",
        "id",
        object,
        "version",
        component.version(object),
        "variable_instance",
        String.valueOf(instance),
        "flag",
        collected.flag().word());
    if (!collected.reason().isEmpty()) {
      pen.leaf("message", collected.reason());
    }
    String namespace = component.itemNamespace(object);
    for (Item item : collected.items()) {
      int id = items.id(namespace, item);
      found.put(id, new Found(namespace, item));
      pen.leaf("reference", "", "item_ref", String.valueOf(id));
    }
    pen.close();
  }

  private static void item(int id, Found found, XmlPen pen) {
    pen.open(
        found.item().type() + "_item",
        "xmlns",
        found.namespace(),
        "id",
        String.valueOf(id),
        "status",
        word(found.item().status()));
    found.item().fields().forEach(field -> field(field, pen));
    pen.close();
  }

  private static void field(Item.Field field, XmlPen pen) {
    List<String> attributes = new ArrayList<>();
    if (!field.datatype().equals("string")) {
      attributes.addAll(List.of("datatype", field.datatype()));
    }
    if (field.status() != Item.Status.EXISTS) {
      attributes.addAll(List.of("status", word(field.status())));
    }
    if (field.parts().isEmpty()) {
      pen.leaf(field.name(), field.value(), attributes.toArray(String[]::new));
      return;
    }
    pen.open(field.name(), attributes.toArray(String[]::new));
    for (Item.Field part : field.parts()) {
      pen.leaf(
          "field",
          part.value(),
          "xmlns",
          NAMESPACE,
          "name",
          part.name(),
          "datatype",
          part.datatype());
    }
    pen.close();
  }

  private static String word(Item.Status status) {
    return switch (status) {
      case EXISTS -> "exists";
      case DOES_NOT_EXIST -> "does not exist";
      case ERROR -> "error";
      case NOT_COLLECTED -> "not collected";
    };
  }

  private static void flush(XmlPen pen, OutputStream out) throws IOException {
    out.write(pen.taken().getBytes(StandardCharsets.UTF_8));
  }
}
