package dev.assay.cli;

import dev.assay.assessment.export.Depot;
import dev.assay.assessment.export.Export;
import dev.assay.assessment.export.ExportContent;
import dev.assay.assessment.export.ExportDocument;
import dev.assay.assessment.export.ExportKind;
import dev.assay.assessment.export.ExportWork;
import dev.assay.assessment.export.Exports;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.inspector.own.ExportLinks.Link;
import dev.assay.server.Ground;
import dev.assay.server.SignedLinks;
import dev.assay.server.Tenancy;
import dev.assay.server.export.DirectoryDepot;
import dev.assay.server.export.S3Depot;
import dev.assay.server.setting.ServerSettings;
import dev.assay.store.export.PostgresExportStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Exports, put together: where they are known, who writes them, and where they go.
final class ExportHouse {
  private static final Duration LINK_VALID = Duration.ofMinutes(15);

  private final Ground ground;
  private final Exports wishes;
  private final ExportWork work;
  private final DirectoryDepot directory;
  private final boolean links;
  private final SignedLinks signed;

  /// @param url the server's own address, asked for when a link is made
  ExportHouse(
      Ground ground,
      ServerSettings settings,
      Map<ExportKind, ExportContent> contents,
      Supplier<String> url) {
    PostgresExportStore store = new PostgresExportStore();
    Path usual = settings.data().resolve("exports");
    this.ground = ground;
    this.directory = DirectoryDepot.open(settings.exports().directory().orElse(usual));
    this.links = settings.exports().s3().isEmpty();
    this.signed = new SignedLinks(ExportDoor.PATH, url, ground.clock());
    Depot depot =
        settings
            .exports()
            .s3()
            .<Depot>map(s3 -> new S3Depot(s3, usual, ground.clock()))
            .orElse(directory);
    this.wishes =
        new Exports(ground.transactions(), store, ground.work(), UUID::randomUUID, ground.clock());
    this.work =
        new ExportWork(
            ground.transactions(), store, ground.work(), contents, depot, ground.clock());
  }

  Exports wishes() {
    return wishes;
  }

  WorkHandler worker() {
    return work;
  }

  /// The services, and before them the door where documents are handed out.
  Tenancy before(Tenancy services) {
    return new ExportDoor(services, signed, directory);
  }

  /// A link to a document that lies on this node's disk.
  Optional<Link> link(Export export, ExportDocument document) {
    ExportDoor.Place place =
        new ExportDoor.Place(
            export.tenant().account(), export.destination().bucket(), document.key());
    if (!links
        || document.size() > ExportDoor.LARGEST
        || directory.find(place.account(), place.bucket(), place.key()).isEmpty()) {
      return Optional.empty();
    }
    Instant until = ground.clock().instant().plus(LINK_VALID);
    return Optional.of(new Link(signed.link(place.text(), until), until));
  }
}
