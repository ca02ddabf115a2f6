package dev.assay.scap.output;

import dev.assay.scap.xml.Element;
import dev.assay.scap.xml.ElementReader;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What only the document knows of a component with OVAL definitions, and an evaluation never
/// needs.
///
/// @param id the component's
/// @param parts the version and the namespace of definitions, tests, objects and so on, by id
record OvalComponent(String id, Map<String, Part> parts) {

  /// One part of the document.
  record Part(String version, String namespace) {}

  /// All components of a datastream collection that hold OVAL definitions.
  static List<OvalComponent> read(InputStream document) {
    List<OvalComponent> all = new ArrayList<>();
    ElementReader reader = ElementReader.over(document);
    String component = "";
    boolean oval = false;
    while (reader.nextStart()) {
      switch (reader.name()) {
        case "component" -> {
          component = reader.head().attribute("id", "");
          oval = false;
        }
        case "oval_definitions" -> {
          oval = true;
          all.add(new OvalComponent(component, new HashMap<>()));
        }
        case "Benchmark", "cpe-list", "ocil", "extended-component" -> reader.skip();
        default -> {
          if (oval) {
            all.getLast().take(reader.head());
          }
        }
      }
    }
    return all;
  }

  private void take(Element head) {
    String part = head.attribute("id", "");
    String version = head.attribute("version", "");
    if (!part.isEmpty() && !version.isEmpty()) {
      parts.put(part, new Part(version, head.namespace()));
    }
  }

  boolean has(String part) {
    return parts.containsKey(part);
  }

  String version(String part) {
    Part known = parts.get(part);
    return known == null ? "0" : known.version();
  }

  /// The namespace of the items of an object.
  String itemNamespace(String object) {
    Part known = parts.get(object);
    return (known == null ? "" : known.namespace())
        .replace("oval-definitions-5", "oval-system-characteristics-5");
  }
}
