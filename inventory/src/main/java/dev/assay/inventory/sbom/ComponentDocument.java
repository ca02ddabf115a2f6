package dev.assay.inventory.sbom;

import dev.assay.inventory.document.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A component while it is read; components inside it are handed on as they come.
final class ComponentDocument {
  private static final String NOT_EVALUATED = "assay:not-evaluated";
  private static final String TARGET = "assay:resource-type";
  private static final List<String> PATHS =
      List.of(
          "amazon:inspector:sbom_generator:source_path",
          "syft:location:0:path",
          "aquasecurity:trivy:FilePath");

  private final Members json;
  private final Runnable nested;
  private final Map<String, String> properties = new HashMap<>();
  private final List<String> notEvaluated = new ArrayList<>();
  private String type = "";
  private @Nullable String ref;
  private @Nullable String group;
  private @Nullable String name;
  private @Nullable String version;
  private @Nullable String purl;
  private @Nullable String supplier;
  private @Nullable String location;

  ComponentDocument(Members json, Runnable nested) {
    this.json = json;
    this.nested = nested;
  }

  void read() {
    json.object(this::member);
  }

  @Nullable String ref() {
    return ref;
  }

  @Nullable String name() {
    return name;
  }

  String type() {
    return type;
  }

  Map<String, String> properties() {
    return properties;
  }

  /// What our own documents say was not read.
  List<String> notEvaluated() {
    return notEvaluated;
  }

  /// One of several targets in a document of ours: its packages are components of their own.
  boolean isContainerOfOthers() {
    return properties.containsKey(TARGET);
  }

  Component component(String unique) {
    String named = json.required(name, "name");
    return new Component(
        unique,
        type,
        group == null || group.isBlank() ? named : group + "/" + named,
        version,
        purl,
        location == null
            ? PATHS.stream().map(properties::get).filter(p -> p != null).findFirst().orElse(null)
            : location,
        supplier,
        properties);
  }

  private void member(String member) {
    switch (member) {
      case "type" -> type = json.text();
      case "bom-ref" -> ref = blankAsNull(json.textOrNull());
      case "group" -> group = json.textOrNull();
      case "name" -> name = json.text();
      case "version" -> version = blankAsNull(json.textOrNull());
      case "purl" -> purl = blankAsNull(json.textOrNull());
      case "supplier" ->
          json.object(
              of -> {
                if (of.equals("name")) {
                  supplier = json.textOrNull();
                } else {
                  json.skip();
                }
              });
      case "properties" -> json.array(this::property);
      case "components" -> json.array(nested);
      case "evidence" -> json.object(this::evidence);
      default -> json.skip();
    }
  }

  private void property() {
    @Nullable String[] pair = new String[2];
    json.object(
        of -> {
          switch (of) {
            case "name" -> pair[0] = json.textOrNull();
            case "value" -> pair[1] = json.textOrNull();
            default -> json.skip();
          }
        });
    String key = pair[0];
    String value = pair[1];
    if (key == null || value == null) {
      return;
    }
    if (key.equals(NOT_EVALUATED)) {
      notEvaluated.add(value);
    }
    properties.putIfAbsent(key, value);
  }

  private void evidence(String of) {
    if (!of.equals("occurrences")) {
      json.skip();
      return;
    }
    json.array(
        () ->
            json.object(
                detail -> {
                  if (detail.equals("location") && location == null) {
                    location = json.textOrNull();
                  } else {
                    json.skip();
                  }
                }));
  }

  private static @Nullable String blankAsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
