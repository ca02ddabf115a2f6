package dev.assay.agent;

import dev.assay.awsapi.assay.BenchmarkJob;
import dev.assay.awsapi.assay.BenchmarkLevel;
import dev.assay.awsapi.endpoint.Handler;
import dev.assay.awsapi.inspector2.AccessDeniedException;
import dev.assay.awsapi.inspector2.CisSessionMessage;
import dev.assay.awsapi.inspector2.ConflictException;
import dev.assay.awsapi.inspector2.Inspector2Api;
import dev.assay.awsapi.inspector2.SendCisSessionHealthRequest;
import dev.assay.awsapi.inspector2.SendCisSessionHealthResponse;
import dev.assay.awsapi.inspector2.SendCisSessionTelemetryRequest;
import dev.assay.awsapi.inspector2.SendCisSessionTelemetryResponse;
import dev.assay.awsapi.inspector2.StartCisSessionRequest;
import dev.assay.awsapi.inspector2.StartCisSessionResponse;
import dev.assay.awsapi.inspector2.StopCisSessionMessage;
import dev.assay.awsapi.inspector2.StopCisSessionRequest;
import dev.assay.awsapi.inspector2.StopCisSessionResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Scan jobs that wait, and the sessions that answer them.
final class FakeSessions {
  final Map<String, String> tokens = new HashMap<>();
  final Map<String, StopCisSessionMessage> stopped = new LinkedHashMap<>();
  final List<CisSessionMessage> verdicts = new ArrayList<>();
  final List<String> calls = new ArrayList<>();
  private final Map<String, BenchmarkJob> jobs = new LinkedHashMap<>();

  void ask(String job, BenchmarkLevel level, Instant at) {
    jobs.put(job, new BenchmarkJob(job, "arn:" + job, level, at, at.plusSeconds(3600)));
  }

  List<BenchmarkJob> waiting() {
    return jobs.values().stream().filter(job -> !stopped.containsKey(job.scanJobId())).toList();
  }

  Map<String, Handler> handlers() {
    Map<String, Handler> handlers = new HashMap<>();
    for (String operation : Inspector2Api.schema().operations().keySet()) {
      handlers.put(
          operation,
          (caller, input) -> {
            throw new UnsupportedOperationException(operation);
          });
    }
    handlers.put(
        "StartCisSession",
        (caller, input) -> start((StartCisSessionRequest) Objects.requireNonNull(input)));
    handlers.put(
        "SendCisSessionHealth",
        (caller, input) -> {
          SendCisSessionHealthRequest said =
              (SendCisSessionHealthRequest) Objects.requireNonNull(input);
          require("health", said.scanJobId(), said.sessionToken());
          return SendCisSessionHealthResponse.builder().build();
        });
    handlers.put(
        "SendCisSessionTelemetry",
        (caller, input) -> {
          SendCisSessionTelemetryRequest said =
              (SendCisSessionTelemetryRequest) Objects.requireNonNull(input);
          require("telemetry", said.scanJobId(), said.sessionToken());
          verdicts.addAll(said.messages());
          return SendCisSessionTelemetryResponse.builder().build();
        });
    handlers.put(
        "StopCisSession",
        (caller, input) -> {
          StopCisSessionRequest said = (StopCisSessionRequest) Objects.requireNonNull(input);
          require("stop", said.scanJobId(), said.sessionToken());
          stopped.put(said.scanJobId(), said.message());
          return StopCisSessionResponse.builder().build();
        });
    return handlers;
  }

  private StartCisSessionResponse start(StartCisSessionRequest said) {
    calls.add("start " + said.scanJobId());
    if (tokens.putIfAbsent(said.scanJobId(), said.message().sessionToken()) != null) {
      throw new ConflictException("There is one.", said.scanJobId(), "cis-session");
    }
    return StartCisSessionResponse.builder().build();
  }

  private void require(String call, String job, String token) {
    calls.add(call + " " + job);
    if (!token.equals(tokens.get(job))) {
      throw new AccessDeniedException("No such session.");
    }
  }
}
