package dev.assay.inventory.document;

import dev.assay.model.OperatingSystem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operating system in an inventory.
final class OperatingSystemDocument {
  private final Members json;
  private @Nullable String id;
  private @Nullable String versionId;
  private @Nullable String codename;
  private String prettyName = "";
  private List<String> idLike = List.of();
  private @Nullable String cpeName;
  private @Nullable String architecture;
  private @Nullable String evidence;

  OperatingSystemDocument(Members json) {
    this.json = json;
  }

  OperatingSystem read() {
    json.object(
        name -> {
          switch (name) {
            case "id" -> id = json.text();
            case "versionId" -> versionId = json.text();
            case "codename" -> codename = json.textOrNull();
            case "prettyName" -> prettyName = json.text();
            case "idLike" -> idLike = json.texts();
            case "cpeName" -> cpeName = json.textOrNull();
            case "architecture" -> architecture = json.textOrNull();
            case "evidence" -> evidence = json.text();
            default -> json.skip();
          }
        });
    return new OperatingSystem(
        json.required(id, "id"),
        json.required(versionId, "versionId"),
        codename,
        prettyName,
        idLike,
        cpeName,
        architecture,
        json.required(evidence, "evidence"));
  }
}
