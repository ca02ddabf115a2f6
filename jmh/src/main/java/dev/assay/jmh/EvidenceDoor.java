package dev.assay.jmh;

import dev.assay.assessment.digest.Sha256;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.EvidenceStatus;
import dev.assay.awsapi.assay.SubmitEvidenceRequest;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.protocol.Call;
import dev.assay.awsapi.protocol.Protocol;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.sigv4.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/// A service's door for evidence, by HTTP/1.1 and with signatures, as hosts use it: first the hash
/// alone, then, if it is asked for, the document.
final class EvidenceDoor {
  private final URI service;
  private final Signer signer;
  private final Protocol protocol = Protocol.of(AssayApi.schema());
  private final OperationSchema operation =
      Objects.requireNonNull(AssayApi.schema().operations().get("SubmitEvidence"));
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private EvidenceDoor(URI service, Signer signer) {
    this.service = service;
    this.signer = signer;
  }

  /// @param credentials a file as the service writes for its first administrator
  static EvidenceDoor of(String url, Path credentials) throws IOException {
    return new EvidenceDoor(
        URI.create(url),
        new Signer(
            AdministratorKey.read(credentials), "eu-central-1", AssayApi.schema().signingName()));
  }

  /// Evidence that is ready to be handed in, as often as it is asked to be.
  @FunctionalInterface
  interface Ready {
    EvidenceStatus send();
  }

  Ready evidence(String host, String document) {
    SubmitEvidenceRequest question =
        SubmitEvidenceRequest.builder()
            .resource(EvidenceResource.builder().id(host).type(EvidenceResourceType.HOST).build())
            .contentHash("sha256:" + Sha256.hex(document))
            .build();
    Call hash = protocol.call(operation, question);
    Call whole =
        protocol.call(
            operation,
            question.toBuilder()
                .content(
                    new EvidenceContent.Inventory(
                        JsonReader.read(document.getBytes(StandardCharsets.UTF_8))))
                .build());
    return () -> {
      EvidenceStatus status = send(hash);
      return status.equals(EvidenceStatus.CONTENT_REQUIRED) ? send(whole) : status;
    };
  }

  private EvidenceStatus send(Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(call.rawPath()))
            .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
    signer
        .sign(call, service.getAuthority(), Instant.now())
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
      return ((SubmitEvidenceResponse) Objects.requireNonNull(output)).status();
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
