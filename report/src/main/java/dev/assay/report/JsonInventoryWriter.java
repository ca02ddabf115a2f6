package dev.assay.report;

import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeSet;

/// Assay's own JSON of what is installed, described in docs/formats.md: an object for one
/// target, an array of them for several.
final class JsonInventoryWriter implements InventoryWriter {

  @Override
  public void write(InventoryReport report, OutputStream out) throws IOException {
    List<Inventory> inventories = report.inventories();
    JsonOutput.document(
        out,
        json -> {
          if (inventories.size() == 1) {
            json.object(members -> target(members, report, inventories.getFirst()));
          } else {
            json.array(
                elements ->
                    inventories.forEach(
                        one -> elements.object(members -> target(members, report, one))));
          }
        });
    out.flush();
  }

  private static void target(JsonOutput json, InventoryReport report, Inventory inventory) {
    json.object("resource", resource -> JsonResource.identity(resource, inventory));
    json.member("assayVersion", report.toolVersion());
    json.member("takenAt", report.at());
    json.texts("subscriptions", new TreeSet<>(inventory.subscriptions()));
    if (inventory.repositories() != null) {
      json.texts("repositories", new TreeSet<>(inventory.repositories()));
    }
    json.texts("modules", new TreeSet<>(inventory.modules()));
    json.objects("packages", inventory.packages(), (p, one) -> installed(p, one, inventory));
    json.objects("notEvaluated", inventory.notEvaluated(), JsonScanWriter::notEvaluated);
  }

  private static void installed(JsonOutput json, InstalledPackage one, Inventory inventory) {
    json.member("type", one.type().purlType());
    json.member("name", one.name());
    json.member("version", one.version());
    json.member("architecture", one.architecture());
    json.member("state", one.state().word());
    json.object(
        "sourcePackage",
        source -> {
          source.member("name", one.sourceName());
          source.member("version", one.sourceVersion());
        });
    json.member("vendor", one.vendor());
    json.member("module", one.module());
    json.member("maintainer", one.maintainer());
    json.member("licence", one.licence());
    json.member("evidence", one.evidence());
    json.member("purl", PackagePurl.of(one, inventory.os()));
  }
}
