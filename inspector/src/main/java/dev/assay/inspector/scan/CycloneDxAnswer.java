package dev.assay.inspector.scan;

import dev.assay.awsapi.json.Json;
import dev.assay.model.NotEvaluated;
import dev.assay.model.Sbom;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answer as a CycloneDX 1.5 bill of materials with vulnerabilities. What Inspector adds is in
/// its own namespace of properties; what it has no property for, in Assay's.
final class CycloneDxAnswer {
  static final String NAMESPACE = "amazon:inspector:sbom_scanner:";

  /// The types of components that CycloneDX 1.5 has.
  private static final Set<String> TYPES =
      Set.of(
          "application",
          "framework",
          "library",
          "container",
          "platform",
          "operating-system",
          "device",
          "device-driver",
          "firmware",
          "file",
          "machine-learning-model",
          "data");

  private final ScannedSbom scanned;
  private final String toolVersion;
  private final Instant now;

  CycloneDxAnswer(ScannedSbom scanned, String toolVersion, Instant now) {
    this.scanned = scanned;
    this.toolVersion = toolVersion;
    this.now = now;
  }

  /// The answer.
  ///
  /// @param document what was asked, which with the moment makes the serial number
  Json json(byte[] document) {
    return new JsonMembers()
        .text("$schema", "http://cyclonedx.org/schema/bom-1.5.schema.json")
        .text("bomFormat", "CycloneDX")
        .text("specVersion", "1.5")
        .text("serialNumber", "urn:uuid:" + serial(document))
        .number("version", 1)
        .object("metadata", metadata())
        .array("components", scanned.sbom().entries().stream().map(this::component).toList())
        .array("vulnerabilities", vulnerabilities())
        .json();
  }

  private UUID serial(byte[] document) {
    ByteArrayOutputStream named = new ByteArrayOutputStream();
    named.writeBytes((toolVersion + " " + now + " ").getBytes(StandardCharsets.UTF_8));
    named.writeBytes(document);
    return UUID.nameUUIDFromBytes(named.toByteArray());
  }

  private JsonMembers metadata() {
    List<Json> properties = new ArrayList<>();
    scanned
        .counts()
        .forEach(
            (word, count) ->
                properties.add(property(NAMESPACE + word + "_vulnerabilities", count.toString())));
    for (NotEvaluated gap : scanned.gaps()) {
      properties.add(
          property(
              "assay:not-evaluated",
              "%s: %s (%s, %s)".formatted(gap.what(), gap.why(), gap.reason(), gap.gap())));
    }
    JsonMembers service = new JsonMembers().text("name", "Assay").text("version", toolVersion);
    return new JsonMembers()
        .text("timestamp", Wording.instant(now))
        .object("tools", new JsonMembers().array("services", List.of(service.json())))
        .array("properties", properties);
  }

  private Json component(Sbom.Entry entry) {
    List<Json> properties = new ArrayList<>();
    if (entry.path() != null) {
      properties.add(property(NAMESPACE + "path", entry.path()));
    }
    NotEvaluated gap = scanned.skipped().get(entry.ref());
    if (gap != null) {
      properties.add(property(NAMESPACE + "warning", Wording.skipped(gap)));
    }
    return new JsonMembers()
        .text("bom-ref", entry.ref())
        .text("type", TYPES.contains(entry.type()) ? entry.type() : "library")
        .text("name", entry.name())
        .text("version", entry.version())
        .text("purl", entry.purl())
        .array("properties", properties)
        .json();
  }

  private List<Json> vulnerabilities() {
    Set<String> taken = new HashSet<>();
    scanned.sbom().entries().forEach(entry -> taken.add(entry.ref()));
    List<Json> vulnerabilities = new ArrayList<>();
    for (ScannedSbom.Found found : scanned.found()) {
      String ref = "vuln-" + (vulnerabilities.size() + 1);
      while (!taken.add(ref)) {
        ref += "x";
      }
      vulnerabilities.add(CycloneDxFound.json(found, ref));
    }
    return vulnerabilities;
  }

  static Json property(String name, @Nullable String value) {
    return new JsonMembers().text("name", name).text("value", value).json();
  }
}
