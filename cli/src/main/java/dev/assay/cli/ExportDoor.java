package dev.assay.cli;

import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.server.SignedLinks;
import dev.assay.server.Tenancy;
import dev.assay.server.export.DirectoryDepot;
import dev.assay.server.http.Answer;
import dev.assay.server.http.Header;
import dev.assay.server.http.Request;
import dev.assay.server.http.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hands out exported documents to whoever has a link, and leaves every other request to the
/// services.
record ExportDoor(Tenancy services, SignedLinks links, DirectoryDepot directory)
    implements Tenancy {
  static final String PATH = "/exports";

  /// What goes through the door at most; the rest is fetched from the directory.
  static final int LARGEST = 256 << 20;

  /// Where a document lies.
  record Place(AccountId account, String bucket, String key) {
    String text() {
      return account + " " + bucket + " " + key;
    }

    /// What `text` wrote.
    static Place parse(String text) {
      String[] parts = text.split(" ", 3);
      return new Place(new AccountId(parts[0]), parts[1], parts[2]);
    }
  }

  @Override
  public Answer answer(Request request) {
    return request.path().equals(PATH)
        ? Answer.plain("export", document(request))
        : services.answer(request);
  }

  @Override
  public Map<QueueName, WorkHandler> work() {
    return services.work();
  }

  private Response document(Request request) {
    Optional<Place> place = links.document(request.path(), request.query()).map(Place::parse);
    Optional<byte[]> content =
        place
            .flatMap(one -> directory.find(one.account(), one.bucket(), one.key()))
            .flatMap(this::read);
    if (content.isEmpty()) {
      return Response.of(
          404, "text/plain; charset=utf-8", "There is no document behind this link any more.\n");
    }
    boolean csv = place.orElseThrow().key().endsWith(".csv");
    return new Response(
        200,
        List.of(
            new Header("Content-Type", csv ? "text/csv; charset=utf-8" : "application/json"),
            new Header("Content-Disposition", "attachment"),
            new Header("Cache-Control", "private, no-store"),
            new Header("X-Content-Type-Options", "nosniff")),
        content.get());
  }

  /// Empty where it was removed in the meantime.
  private Optional<byte[]> read(Path file) {
    try {
      return Files.size(file) > LARGEST ? Optional.empty() : Optional.of(Files.readAllBytes(file));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
