package dev.assay.report;

import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.NotEvaluated;
import dev.assay.model.OperatingSystem;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The bill of materials of CycloneDX that scans and inventories share. One target is the
/// document's subject; of several each is a component that holds its packages.
final class CycloneDxBom {
  private final CycloneDxVersion version;
  private final String toolVersion;
  private final Instant at;
  private final List<Inventory> inventories;
  private final List<List<NotEvaluated>> gaps;
  private final ComponentRefs refs;

  /// `gaps` has for each inventory what could not be evaluated in it.
  CycloneDxBom(
      CycloneDxVersion version,
      String toolVersion,
      Instant at,
      List<Inventory> inventories,
      List<List<NotEvaluated>> gaps,
      ComponentRefs refs) {
    this.version = version;
    this.toolVersion = toolVersion;
    this.at = at;
    this.inventories = inventories;
    this.gaps = gaps;
    this.refs = refs;
  }

  /// The members of the document but for its vulnerabilities.
  void write(JsonOutput json) {
    json.member("$schema", "http://cyclonedx.org/schema/bom-" + version.number() + ".schema.json");
    json.member("bomFormat", "CycloneDX");
    json.member("specVersion", version.number());
    json.member("serialNumber", "urn:uuid:" + serial());
    json.member("version", 1);
    json.object("metadata", this::metadata);
    json.array("components", this::components);
    json.array("compositions", this::compositions);
  }

  private String serial() {
    Fingerprint fingerprint = Fingerprint.of("cyclonedx", toolVersion, at.toString());
    for (int target = 0; target < inventories.size(); target++) {
      fingerprint.add(inventories.get(target).target());
      int index = target;
      refs.components(target).forEach(one -> fingerprint.add(refs.of(index, one)));
    }
    return fingerprint.uuid();
  }

  private void metadata(JsonOutput json) {
    json.member("timestamp", at);
    version.tool(json, toolVersion);
    if (inventories.size() == 1) {
      json.object("component", component -> target(component, 0));
    }
  }

  private void components(JsonOutput json) {
    if (inventories.size() == 1) {
      content(json, 0);
      return;
    }
    for (int i = 0; i < inventories.size(); i++) {
      int target = i;
      json.object(
          component -> {
            target(component, target);
            component.array("components", content -> content(content, target));
          });
    }
  }

  private void target(JsonOutput json, int target) {
    Inventory inventory = inventories.get(target);
    json.member("type", type(inventory.kernel()));
    json.member("bom-ref", refs.target(target));
    json.member("name", inventory.target());
    json.array(
        "properties",
        properties -> {
          property(properties, "assay:resource-type", Words.resourceType(inventory));
          if (inventory.kernel() instanceof Kernel.Running running) {
            property(properties, "assay:running-kernel", running.release());
          }
          gaps.get(target)
              .forEach(
                  gap ->
                      property(
                          properties,
                          "assay:not-evaluated",
                          "%s: %s (%s, %s)"
                              .formatted(gap.what(), gap.why(), gap.reason(), gap.gap())));
        });
  }

  private String type(Kernel kernel) {
    return switch (kernel) {
      case Kernel.Running ignored -> "device";
      case Kernel.NotRunning ignored -> version.platform();
      case Kernel.Image ignored -> "container";
    };
  }

  private void content(JsonOutput json, int target) {
    OperatingSystem os = inventories.get(target).os();
    if (os != null) {
      json.object(component -> system(component, os, refs.target(target) + "-os"));
    }
    refs.components(target)
        .forEach(
            one ->
                json.object(
                    component ->
                        CycloneDxComponent.write(
                            version, component, one, os, refs.of(target, one))));
  }

  private static void system(JsonOutput json, OperatingSystem os, String ref) {
    json.member("type", "operating-system");
    json.member("bom-ref", ref);
    json.member("name", os.id());
    json.memberUnlessBlank("version", os.versionId());
    json.memberUnlessBlank("description", os.prettyName());
    json.array(
        "properties",
        properties -> {
          property(properties, "assay:architecture", os.architecture());
          property(properties, "assay:codename", os.codename());
          property(properties, "assay:cpe-name", os.cpeName());
          property(properties, "assay:evidence", os.evidence());
        });
  }

  /// What could not be read makes a target's composition incomplete; else it is not claimed to
  /// be complete either, since only package managers were asked.
  private void compositions(JsonOutput json) {
    IntStream.range(0, inventories.size())
        .forEach(
            target ->
                json.object(
                    composition -> {
                      boolean gap = !inventories.get(target).notEvaluated().isEmpty();
                      composition.member("aggregate", gap ? "incomplete" : "unknown");
                      composition.texts("assemblies", List.of(refs.target(target)));
                    }));
  }

  /// Left out where the value is null.
  static void property(JsonOutput properties, String name, @Nullable Object value) {
    if (value != null) {
      properties.object(
          property -> {
            property.member("name", name);
            property.member("value", value);
          });
    }
  }
}
