package dev.assay.cli;

import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.server.SignedLinks;
import dev.assay.server.Tenancy;
import dev.assay.server.http.Answer;
import dev.assay.server.http.Header;
import dev.assay.server.http.Request;
import dev.assay.server.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Hands out reports to whoever has a link, and leaves every other request to the services.
///
/// @param path where links begin, `/reports`
/// @param operation what a request for a report is called in logs and measurements
/// @param reports what a link's document leads to; empty where it is gone
record ReportDoor(
    Tenancy services,
    SignedLinks links,
    String path,
    String operation,
    Function<String, Optional<Report>> reports)
    implements Tenancy {
  /// A report as it is handed out.
  @SuppressWarnings("ArrayRecordComponent") // made once, sent once, never compared
  record Report(String mediaType, byte[] content) {}

  @Override
  public Answer answer(Request request) {
    return request.path().equals(path)
        ? Answer.plain(operation, response(request))
        : services.answer(request);
  }

  @Override
  public Map<QueueName, WorkHandler> work() {
    return services.work();
  }

  private Response response(Request request) {
    return links
        .document(request.path(), request.query())
        .flatMap(reports)
        .map(ReportDoor::found)
        .orElseGet(
            () ->
                Response.of(
                    404,
                    "text/plain; charset=utf-8",
                    "There is no report behind this link any more.\n"));
  }

  private static Response found(Report report) {
    return new Response(
        200,
        List.of(
            new Header("Content-Type", report.mediaType()),
            new Header("Cache-Control", "private, no-store"),
            new Header("X-Content-Type-Options", "nosniff")),
        report.content());
  }
}
