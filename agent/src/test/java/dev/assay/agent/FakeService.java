package dev.assay.agent;

import dev.assay.agent.service.ServiceAddress;
import dev.assay.agent.service.Transport;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.assay.CollectingRun;
import dev.assay.awsapi.assay.CollectorSchedule;
import dev.assay.awsapi.assay.EvidenceStatus;
import dev.assay.awsapi.assay.ListBenchmarkJobsResponse;
import dev.assay.awsapi.assay.RotateAgentKeyResponse;
import dev.assay.awsapi.assay.SendHeartbeatRequest;
import dev.assay.awsapi.assay.SendHeartbeatResponse;
import dev.assay.awsapi.assay.SubmitEvidenceRequest;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.awsapi.endpoint.BodyLimit;
import dev.assay.awsapi.endpoint.Endpoint;
import dev.assay.awsapi.endpoint.Handler;
import dev.assay.awsapi.endpoint.Service;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.inspector2.Inspector2Api;
import dev.assay.awsapi.protocol.Call;
import dev.assay.awsapi.sigv4.SignatureVerifier;
import dev.assay.awsapi.sigv4.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A service behind the real protocol and real signatures, which tests make go away, forget keys or
/// have another clock.
final class FakeService implements Transport {
  Instant now = Instant.parse("2026-11-28T12:00:00Z");
  boolean away;
  boolean diesAfterTaking;
  boolean takesNothing;
  final Map<String, String> keys = new HashMap<>(Map.of("ASAYAGENTAGENTAGENT2", "s".repeat(40)));
  final List<SendHeartbeatRequest> heartbeats = new ArrayList<>();
  final List<SubmitEvidenceRequest> taken = new ArrayList<>();
  List<CollectingRun> runs = List.of();
  final FakeSessions sessions = new FakeSessions();
  int interval = 3600;
  int calls;
  private String known = "";

  private final Endpoint endpoint =
      new Endpoint(
          List.of(
              new Service(AssayApi.schema(), handlers()),
              new Service(Inspector2Api.schema(), sessions.handlers())),
          new SignatureVerifier(
              id ->
                  Optional.ofNullable(keys.get(id))
                      .map(
                          secret ->
                              new SigningKey(
                                  id, secret, Optional.empty(), "123456789012", "agent-1")),
              () -> now),
          (caller, service, operation) -> true,
          new BodyLimit(1 << 20),
          () -> "request",
          exchange -> {});

  private Map<String, Handler> handlers() {
    Map<String, Handler> handlers = new HashMap<>();
    for (String operation : AssayApi.schema().operations().keySet()) {
      handlers.put(
          operation,
          (caller, input) -> {
            throw new UnsupportedOperationException(operation);
          });
    }
    handlers.put(
        "SendHeartbeat",
        (caller, input) -> heard((SendHeartbeatRequest) Objects.requireNonNull(input)));
    handlers.put(
        "SubmitEvidence",
        (caller, input) -> take((SubmitEvidenceRequest) Objects.requireNonNull(input)));
    handlers.put("RotateAgentKey", (caller, input) -> rotate());
    handlers.put(
        "ListBenchmarkJobs", (caller, input) -> new ListBenchmarkJobsResponse(sessions.waiting()));
    return handlers;
  }

  private SendHeartbeatResponse heard(SendHeartbeatRequest said) {
    heartbeats.add(said);
    return SendHeartbeatResponse.builder()
        .heartbeatSeconds(60)
        .schedules(
            said.collectors().stream().map(name -> new CollectorSchedule(name, interval)).toList())
        .runs(runs)
        .benchmarkJobs(sessions.waiting().size())
        .build();
  }

  private SubmitEvidenceResponse take(SubmitEvidenceRequest part) {
    EvidenceStatus status = EvidenceStatus.UNCHANGED;
    if (part.content() != null) {
      taken.add(part);
      known = part.contentHash();
      status = EvidenceStatus.ACCEPTED;
    } else if (!known.equals(part.contentHash())) {
      status = EvidenceStatus.CONTENT_REQUIRED;
    }
    return SubmitEvidenceResponse.builder().status(status).build();
  }

  private RotateAgentKeyResponse rotate() {
    keys.put("ASAYRENEWEDRENEWED22", "n".repeat(40));
    return new RotateAgentKeyResponse("ASAYRENEWEDRENEWED22", "n".repeat(40));
  }

  @Override
  public Response send(ServiceAddress service, Call call, Headers headers) throws IOException {
    calls++;
    if (away) {
      throw new IOException("connection refused");
    }
    if (takesNothing && call.rawPath().equals("/assay/evidence")) {
      throw new IOException("connection reset");
    }
    int before = taken.size();
    Response answer =
        endpoint.handle(
            new Request(
                call.method(),
                call.rawPath(),
                call.rawQuery(),
                headers,
                new ByteArrayInputStream(call.body())));
    if (diesAfterTaking && taken.size() > before) {
      throw new IOException("connection reset");
    }
    return new Response(
        answer.status(),
        answer
            .headers()
            .with("date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC))),
        answer.body());
  }
}
