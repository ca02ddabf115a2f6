package dev.assay.cli;

import dev.assay.assessment.cis.report.CisReportKey;
import dev.assay.assessment.cis.report.CisReports;
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

/// Hands out reports of benchmark scans to whoever has a link, and leaves every other request to
/// the services.
record CisReportDoor(Tenancy services, SignedLinks links, CisReports reports) implements Tenancy {
  static final String PATH = "/cis-reports";

  @Override
  public Answer answer(Request request) {
    return request.path().equals(PATH)
        ? Answer.plain("cis-report", report(request))
        : services.answer(request);
  }

  @Override
  public Map<QueueName, WorkHandler> work() {
    return services.work();
  }

  private Response report(Request request) {
    Optional<CisReportKey> key =
        links.document(request.path(), request.query()).map(CisReportKey::parse);
    Optional<byte[]> content = key.flatMap(reports::content);
    if (content.isEmpty()) {
      return Response.of(
          404, "text/plain; charset=utf-8", "There is no report behind this link any more.\n");
    }
    return new Response(
        200,
        List.of(
            new Header("Content-Type", key.orElseThrow().format().mediaType()),
            new Header("Cache-Control", "private, no-store"),
            new Header("X-Content-Type-Options", "nosniff")),
        content.get());
  }
}
