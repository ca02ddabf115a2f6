package dev.assay.inventory.sbom;

import dev.assay.inventory.document.Members;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A package of an SPDX document while it is read. Its supplier is passed over: makers of such
/// documents write the maintainer there, who says nothing of the archive it came from.
final class SpdxPackageDocument {
  private final Members json;
  private @Nullable String id;
  private @Nullable String name;
  private @Nullable String version;
  private @Nullable String purl;
  private String purpose = "";

  SpdxPackageDocument(Members json) {
    this.json = json;
  }

  void read() {
    json.object(this::member);
  }

  @Nullable String id() {
    return id;
  }

  @Nullable String purl() {
    return purl;
  }

  boolean isContainer() {
    return purpose.equals("CONTAINER");
  }

  Component component(String ref) {
    boolean system = purpose.equals("OPERATING-SYSTEM") || purpose.equals("OPERATING_SYSTEM");
    return new Component(
        ref,
        system && purl == null ? Component.OPERATING_SYSTEM : "library",
        json.required(name, "name"),
        version,
        purl,
        null,
        null,
        Map.of());
  }

  private void member(String member) {
    switch (member) {
      case "SPDXID" -> id = json.textOrNull();
      case "name" -> name = json.text();
      case "versionInfo" -> version = blankAsNull(json.textOrNull());
      case "primaryPackagePurpose" -> purpose = String.valueOf(json.textOrNull());
      case "externalRefs" -> json.array(this::reference);
      default -> json.skip();
    }
  }

  private void reference() {
    @Nullable String[] parts = new String[2];
    json.object(
        of -> {
          switch (of) {
            case "referenceType" -> parts[0] = json.textOrNull();
            case "referenceLocator" -> parts[1] = json.textOrNull();
            default -> json.skip();
          }
        });
    if ("purl".equals(parts[0]) && purl == null) {
      purl = blankAsNull(parts[1]);
    }
  }

  private static @Nullable String blankAsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
