package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.assay.EvidenceWay;
import dev.assay.awsapi.assay.ExportDocument;
import dev.assay.awsapi.assay.ListExportDocumentsRequest;
import dev.assay.awsapi.assay.ListExportDocumentsResponse;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.inspector2.CreateFindingsReportRequest;
import dev.assay.awsapi.inspector2.CreateFindingsReportResponse;
import dev.assay.awsapi.inspector2.CreateSbomExportRequest;
import dev.assay.awsapi.inspector2.CreateSbomExportResponse;
import dev.assay.awsapi.inspector2.Destination;
import dev.assay.awsapi.inspector2.ExternalReportStatus;
import dev.assay.awsapi.inspector2.GetFindingsReportStatusRequest;
import dev.assay.awsapi.inspector2.GetFindingsReportStatusResponse;
import dev.assay.awsapi.inspector2.GetSbomExportRequest;
import dev.assay.awsapi.inspector2.GetSbomExportResponse;
import dev.assay.awsapi.inspector2.Inspector2Api;
import dev.assay.awsapi.inspector2.ReportFormat;
import dev.assay.awsapi.inspector2.SbomReportFormat;
import dev.assay.awsapi.inspectorscan.InspectorScanApi;
import dev.assay.awsapi.inspectorscan.OutputFormat;
import dev.assay.awsapi.inspectorscan.ScanSbomRequest;
import dev.assay.awsapi.inspectorscan.ScanSbomResponse;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.protocol.Call;
import dev.assay.awsapi.protocol.Protocol;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.sigv4.Signer;
import dev.assay.awsapi.value.Structure;
import dev.assay.server.AssayServer;
import dev.assay.server.setting.GivenSettings;
import dev.assay.server.setting.ServerSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exports as a team has them: over HTTP, signed, across a restart.
@NullUnmarked
final class ExportsServedTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Destination BUCKET =
      Destination.builder()
          .bucketName("exports")
          .keyPrefix("daily")
          .kmsKeyArn("arn:aws:kms:us-east-1:000000000000:key/1")
          .build();

  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void what_was_asked_for_before_a_restart_is_written_after_it_and_fetched() throws Exception {
    Path sbom = directory.resolve("bom.cdx.json");
    Assay listed = Assay.run("inventory", Assay.root("debian-12"), "--format", "cyclonedx");
    Files.writeString(sbom, listed.out());
    String export;
    String report;
    try (AssayServer server = serve("0")) {
      String url = server.started().url();
      new EvidenceClient(url, aws())
          .submit(
              SubmittedResource.named("web-1"),
              EvidenceWay.DOCUMENT,
              Map.of(),
              new TargetReader().read(sbom));
      export = create(url);
      report = createReport(url);
      assertThat(status(url, export)).isEqualTo(ExternalReportStatus.IN_PROGRESS);
    }
    try (AssayServer server = serve("4")) {
      String url = server.started().url();
      assertThat(until(() -> status(url, export))).isEqualTo(ExternalReportStatus.SUCCEEDED);
      assertThat(until(() -> reportStatus(url, report))).isEqualTo(ExternalReportStatus.SUCCEEDED);
      assertThat(fetched(url, export)).contains("\"specVersion\": \"1.4\"").contains("web-1");
      assertThat(fetched(url, report)).startsWith("AWS Account Id,").contains("CVE-2024-6387");
      assertThat(scanned(url, listed.out())).contains("CVE-2024-6387");
    }
  }

  private String create(String url) throws Exception {
    return ask(
            url,
            Inspector2Api.schema(),
            "CreateSbomExport",
            CreateSbomExportRequest.builder()
                .reportFormat(SbomReportFormat.CYCLONEDX_1_4)
                .s3Destination(BUCKET)
                .build(),
            CreateSbomExportResponse.class)
        .reportId();
  }

  private String createReport(String url) throws Exception {
    return ask(
            url,
            Inspector2Api.schema(),
            "CreateFindingsReport",
            CreateFindingsReportRequest.builder()
                .reportFormat(ReportFormat.CSV)
                .s3Destination(BUCKET)
                .build(),
            CreateFindingsReportResponse.class)
        .reportId();
  }

  private ExternalReportStatus status(String url, String id) throws Exception {
    return Objects.requireNonNull(
        ask(
                url,
                Inspector2Api.schema(),
                "GetSbomExport",
                GetSbomExportRequest.builder().reportId(id).build(),
                GetSbomExportResponse.class)
            .status());
  }

  private ExternalReportStatus reportStatus(String url, String id) throws Exception {
    return Objects.requireNonNull(
        ask(
                url,
                Inspector2Api.schema(),
                "GetFindingsReportStatus",
                GetFindingsReportStatusRequest.builder().reportId(id).build(),
                GetFindingsReportStatusResponse.class)
            .status());
  }

  private String scanned(String url, String sbom) throws Exception {
    return new String(
        Objects.requireNonNull(
                ask(
                        url,
                        InspectorScanApi.schema(),
                        "ScanSbom",
                        ScanSbomRequest.builder()
                            .sbom(JsonReader.read(sbom.getBytes(StandardCharsets.UTF_8)))
                            .outputFormat(OutputFormat.INSPECTOR)
                            .build(),
                        ScanSbomResponse.class)
                    .sbom())
            .utf8(),
        StandardCharsets.UTF_8);
  }

  /// The one document of an export, by its link and without any key.
  private String fetched(String url, String id) throws Exception {
    List<ExportDocument> documents =
        ask(
                url,
                AssayApi.schema(),
                "ListExportDocuments",
                ListExportDocumentsRequest.builder().reportId(id).build(),
                ListExportDocumentsResponse.class)
            .documents();
    assertThat(documents).hasSize(1);
    assertThat(directory.resolve("data/exports/000000000000/exports/" + documents.getFirst().key()))
        .isRegularFile();
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(Objects.requireNonNull(documents.getFirst().url())))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static ExternalReportStatus until(Callable<ExternalReportStatus> status)
      throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    ExternalReportStatus now = status.call();
    while (now.equals(ExternalReportStatus.IN_PROGRESS) && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
      now = status.call();
    }
    return now;
  }

  private <T> T ask(String url, ServiceSchema service, String name, Structure input, Class<T> type)
      throws IOException, InterruptedException {
    OperationSchema operation = service.operation(name);
    Protocol protocol = Protocol.of(service);
    Call call = protocol.call(operation, input);
    URI uri = URI.create(url);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri.resolve(call.rawPath()))
            .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
    new Signer(aws().credentials(), "us-east-1", service.signingName())
        .sign(call, uri.getAuthority(), Instant.now())
        .values()
        .forEach(
            (header, values) -> {
              if (!header.equals("host")) {
                values.forEach(value -> request.header(header, value));
              }
            });
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return type.cast(
        protocol.answer(
            operation,
            new Response(answer.statusCode(), new Headers(answer.headers().map()), answer.body())));
  }

  private AwsEnvironment aws() {
    return new AwsEnvironment(
        Map.of(
            "AWS_SHARED_CREDENTIALS_FILE", directory.resolve("data/admin-credentials").toString()));
  }

  private AssayServer serve(String workers) throws IOException {
    ServerSettings settings =
        ServerSettings.of(
            GivenSettings.gather(
                List.of(
                    "--data",
                    directory.resolve("data").toString(),
                    "--port",
                    "0",
                    "--access-log",
                    "off",
                    "--workers",
                    workers),
                Map.of(),
                file -> ""),
            directory,
            file -> "");
    AtomicReference<AssayServer> running = new AtomicReference<>();
    AssayServer server =
        new AssayServer(
            settings,
            ground ->
                InspectorServices.moveIn(
                    ground, settings, () -> Objects.requireNonNull(running.get()).started().url()),
            OutputStream.nullOutputStream());
    running.set(server);
    return server;
  }
}
