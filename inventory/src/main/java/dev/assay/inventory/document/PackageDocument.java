package dev.assay.inventory.document;

import dev.assay.model.InstalledPackage;
import dev.assay.model.PackageState;
import dev.assay.model.PackageType;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An installed package in an inventory.
final class PackageDocument {
  private static final Map<String, PackageType> TYPES =
      Arrays.stream(PackageType.values())
          .collect(Collectors.toMap(PackageType::purlType, Function.identity()));
  private static final Map<String, PackageState> STATES =
      Arrays.stream(PackageState.values())
          .collect(Collectors.toMap(PackageState::word, Function.identity()));

  private final Members json;
  private @Nullable PackageType type;
  private @Nullable String name;
  private @Nullable String version;
  private @Nullable String architecture;
  private PackageState state = PackageState.INSTALLED;
  private @Nullable String sourceName;
  private @Nullable String sourceVersion;
  private @Nullable String vendor;
  private @Nullable String module;
  private @Nullable String maintainer;
  private @Nullable String licence;
  private @Nullable String evidence;

  PackageDocument(Members json) {
    this.json = json;
  }

  InstalledPackage read() {
    json.object(this::member);
    String named = json.required(name, "name");
    String versioned = json.required(version, "version");
    return new InstalledPackage(
        json.required(type, "type"),
        named,
        versioned,
        json.required(architecture, "architecture"),
        state,
        sourceName == null ? named : sourceName,
        sourceVersion == null ? versioned : sourceVersion,
        vendor,
        module,
        maintainer,
        licence,
        json.required(evidence, "evidence"));
  }

  private void member(String member) {
    switch (member) {
      case "type" -> type = known(TYPES, json.text());
      case "name" -> name = json.text();
      case "version" -> version = json.text();
      case "architecture" -> architecture = json.text();
      case "state" -> state = known(STATES, json.text());
      case "sourcePackage" -> json.object(this::source);
      case "vendor" -> vendor = json.textOrNull();
      case "module" -> module = json.textOrNull();
      case "maintainer" -> maintainer = json.textOrNull();
      case "licence" -> licence = json.textOrNull();
      case "evidence" -> evidence = json.text();
      default -> json.skip();
    }
  }

  private void source(String member) {
    switch (member) {
      case "name" -> sourceName = json.text();
      case "version" -> sourceVersion = json.text();
      default -> json.skip();
    }
  }

  private <T> T known(Map<String, T> words, String word) {
    T value = words.get(word);
    if (value == null) {
      throw json.complaint("'" + word + "' is none of " + words.keySet());
    }
    return value;
  }
}
