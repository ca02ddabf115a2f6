package dev.assay.cli;

import dev.assay.assessment.digest.Sha256;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.EvidenceStatus;
import dev.assay.awsapi.assay.RuntimeObservation;
import dev.assay.awsapi.assay.SubmitEvidenceRequest;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.protocol.Call;
import dev.assay.awsapi.protocol.Protocol;
import dev.assay.awsapi.protocol.UnexpectedAnswerException;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.sigv4.Signer;
import dev.assay.awsapi.value.ServiceException;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.report.InventoryReport;
import dev.assay.report.ReportFormat;
import dev.assay.report.TableStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Hands evidence in to a service. Of an inventory its first question carries only the content's
/// hash: what the service knows already is not sent again.
final class EvidenceClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI service;
  private final HttpClient http;
  private final Signer signer;
  private final Protocol protocol = Protocol.of(AssayApi.schema());
  private final OperationSchema operation =
      Objects.requireNonNull(AssayApi.schema().operations().get("SubmitEvidence"));

  EvidenceClient(String url, AwsEnvironment aws) {
    this.service = parsed(url);
    this.http = TrustedHttp.client(aws.certificates(), PATIENCE);
    this.signer = new Signer(aws.credentials(), aws.region(), AssayApi.schema().signingName());
  }

  private static URI parsed(String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      throw new InputException("--submit " + url + ": expected http(s)://HOST:PORT", malformed);
    }
    throw new InputException("--submit " + url + ": expected http(s)://HOST:PORT");
  }

  /// Hands one inventory in.
  ///
  /// @return what became of it
  EvidenceStatus submit(String resource, Map<String, String> tags, Inventory inventory) {
    byte[] document = document(inventory);
    SubmitEvidenceRequest question =
        SubmitEvidenceRequest.builder()
            .resource(
                EvidenceResource.builder()
                    .id(resource)
                    .type(
                        inventory.kernel() instanceof Kernel.Running
                            ? EvidenceResourceType.HOST
                            : EvidenceResourceType.FILE_TREE)
                    .build())
            .tags(tags)
            .contentHash(hash(document))
            .build();
    EvidenceStatus status = ask(question).status();
    if (!status.equals(EvidenceStatus.CONTENT_REQUIRED)) {
      return status;
    }
    return ask(question.toBuilder()
            .content(new EvidenceContent.Inventory(JsonReader.read(document)))
            .build())
        .status();
  }

  /// Hands in what a benchmark said of a host that is read as files.
  ///
  /// @return how many scans of the service it answered
  int submit(String resource, Map<String, String> tags, BenchmarkResults results) {
    SubmitEvidenceRequest.Builder request =
        SubmitEvidenceRequest.builder()
            .resource(
                EvidenceResource.builder()
                    .id(resource)
                    .type(EvidenceResourceType.FILE_TREE)
                    .build())
            .contentHash(hash(results.toString().getBytes(StandardCharsets.UTF_8)))
            .content(new EvidenceContent.Benchmark(results));
    // Without tags those that the service knows stay.
    SubmitEvidenceResponse response =
        ask(tags.isEmpty() ? request.build() : request.tags(tags).build());
    return Objects.requireNonNullElse(response.answeredScans(), 0);
  }

  /// Hands in what was seen of a running host.
  void submit(String resource, Map<String, String> tags, RuntimeObservation seen) {
    SubmitEvidenceRequest.Builder request =
        SubmitEvidenceRequest.builder()
            .resource(
                EvidenceResource.builder().id(resource).type(EvidenceResourceType.HOST).build())
            .contentHash(hash(seen.toString().getBytes(StandardCharsets.UTF_8)))
            .content(new EvidenceContent.Runtime(seen));
    ask(tags.isEmpty() ? request.build() : request.tags(tags).build());
  }

  /// The shape of what is handed in, for who only wants to show it.
  static Shape contentShape() {
    OperationSchema submit =
        Objects.requireNonNull(AssayApi.schema().operations().get("SubmitEvidence"));
    Shape.Struct input = Objects.requireNonNull(submit.input());
    return Objects.requireNonNull(input.byWireName().get("content")).target().get();
  }

  private SubmitEvidenceResponse ask(SubmitEvidenceRequest question) {
    Call call = protocol.call(operation, question);
    String host =
        service.getPort() < 0 ? service.getHost() : service.getHost() + ":" + service.getPort();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(call.rawPath()))
            .timeout(PATIENCE)
            .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
    signer
        .sign(call, host, Instant.now())
        .values()
        .forEach(
            (name, values) -> {
              if (!name.equals("host")) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      Object output =
          protocol.answer(
              operation,
              new Response(
                  answer.statusCode(), new Headers(answer.headers().map()), answer.body()));
      return (SubmitEvidenceResponse) Objects.requireNonNull(output);
    } catch (IOException unreachable) {
      throw new InputException(
          "--submit " + service + " cannot be reached: " + IoFailure.words(unreachable),
          unreachable);
    } catch (ServiceException | UnexpectedAnswerException refused) {
      throw new InputException(
          "--submit " + service + " refused the evidence: " + refused.getMessage(), refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted while handing in evidence", interrupted);
    }
  }

  /// The inventory without the moment at which it was taken, so that the same packages are the same
  /// content.
  private static byte[] document(Inventory inventory) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ReportFormat.JSON
          .inventoryWriter(TableStyle.plain())
          .orElseThrow()
          .write(new InventoryReport(AssayVersion.text(), Instant.EPOCH, List.of(inventory)), out);
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] document) {
    return "sha256:" + Sha256.hex(document);
  }
}
