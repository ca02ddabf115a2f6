package dev.assay.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The versions of CycloneDX that are written, and where they differ.
enum CycloneDxVersion {
  V1_4("1.4"),
  V1_6("1.6");

  private final String number;

  CycloneDxVersion(String number) {
    this.number = number;
  }

  String number() {
    return number;
  }

  /// Since 1.5 tools are components themselves.
  void tool(JsonOutput metadata, String toolVersion) {
    switch (this) {
      case V1_4 ->
          metadata.objects(
              "tools",
              List.of(toolVersion),
              (tool, version) -> {
                tool.member("name", "assay");
                tool.member("version", version);
              });
      case V1_6 ->
          metadata.object(
              "tools",
              tools ->
                  tools.objects(
                      "components",
                      List.of(toolVersion),
                      (tool, version) -> {
                        tool.member("type", "application");
                        tool.member("name", "assay");
                        tool.member("version", version);
                      }));
    }
  }

  /// 1.4 has no type for a file system that does not run.
  String platform() {
    return this == V1_4 ? "operating-system" : "platform";
  }

  /// Where a component was found: 1.4 has no member for it.
  void evidence(JsonOutput component, String location) {
    if (this == V1_6) {
      component.object(
          "evidence",
          evidence ->
              evidence.objects(
                  "occurrences",
                  List.of(location),
                  (occurrence, path) -> occurrence.member("location", path)));
    }
  }

  /// The property that stands for the evidence; null where the evidence stands for itself.
  @Nullable String evidenceProperty(String location) {
    return this == V1_4 ? location : null;
  }
}
