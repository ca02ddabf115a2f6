package dev.assay.report;

import dev.assay.model.Assessment;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.OperatingSystem;
import dev.assay.model.ReleaseLife;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a target is, in Assay's own JSON.
final class JsonResource {
  private JsonResource() {}

  static void write(JsonOutput json, Assessment assessment, Instant at) {
    Inventory inventory = assessment.inventory();
    identity(json, inventory);
    json.member("ecosystem", assessment.ecosystem());
    json.member("packageCount", inventory.packages().size());
    ReleaseLife life = assessment.life();
    if (life != null) {
      json.object("support", members -> support(members, life, at));
    }
  }

  /// `type`, `id`, `os`, `kernel`: what an inventory has too.
  static void identity(JsonOutput json, Inventory inventory) {
    json.member("type", Words.resourceType(inventory));
    json.member("id", inventory.target());
    os(json, inventory.os());
    json.object("kernel", members -> kernel(members, inventory.kernel()));
  }

  private static void os(JsonOutput json, @Nullable OperatingSystem os) {
    if (os == null) {
      return;
    }
    json.object(
        "os",
        members -> {
          members.member("id", os.id());
          members.member("versionId", os.versionId());
          members.member("codename", os.codename());
          members.member("prettyName", os.prettyName());
          if (!os.idLike().isEmpty()) {
            members.texts("idLike", os.idLike());
          }
          members.member("cpeName", os.cpeName());
          members.member("architecture", os.architecture());
          members.member("evidence", os.evidence());
        });
  }

  private static void kernel(JsonOutput json, Kernel kernel) {
    switch (kernel) {
      case Kernel.Running running -> {
        json.member("state", "RUNNING");
        json.member("release", running.release());
      }
      case Kernel.NotRunning ignored -> json.member("state", "NOT_RUNNING");
      case Kernel.Image ignored -> json.member("state", "IMAGE");
    }
  }

  private static void support(JsonOutput json, ReleaseLife life, Instant at) {
    json.member("state", Support.of(life, at));
    json.member("label", life.label());
    json.member("released", life.released());
    json.member("ends", life.eol());
    json.member("extendedEnds", life.extendedEol());
    json.member("extendedName", life.extendedName());
    json.member("source", life.source());
  }
}
