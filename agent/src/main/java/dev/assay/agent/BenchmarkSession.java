package dev.assay.agent;

import dev.assay.agent.ServiceDoor.Answer;
import dev.assay.awsapi.assay.BenchmarkJob;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.BenchmarkRule;
import dev.assay.awsapi.inspector2.CisSessionMessage;
import dev.assay.awsapi.inspector2.ComputePlatform;
import dev.assay.awsapi.inspector2.SendCisSessionHealthRequest;
import dev.assay.awsapi.inspector2.SendCisSessionHealthResponse;
import dev.assay.awsapi.inspector2.SendCisSessionTelemetryRequest;
import dev.assay.awsapi.inspector2.SendCisSessionTelemetryResponse;
import dev.assay.awsapi.inspector2.StartCisSessionMessage;
import dev.assay.awsapi.inspector2.StartCisSessionRequest;
import dev.assay.awsapi.inspector2.StartCisSessionResponse;
import dev.assay.awsapi.inspector2.StopCisMessageProgress;
import dev.assay.awsapi.inspector2.StopCisSessionMessage;
import dev.assay.awsapi.inspector2.StopCisSessionRequest;
import dev.assay.awsapi.inspector2.StopCisSessionResponse;
import dev.assay.awsapi.inspector2.StopCisSessionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One scan job that waits for this host, answered by Inspector's sessions.
///
/// @param token of the session, kept to the end though the agent's key may be replaced meanwhile
record BenchmarkSession(
    KeyedService service, String job, String level, Instant requestedAt, String token) {
  private static final int LONGEST_REASON = 1024;
  private static final int LONGEST_VERSION = 8;
  private static final int LONGEST_PRODUCT = 32;
  private static final int LONGEST_PROFILE = 128;

  static BenchmarkSession of(KeyedService service, BenchmarkJob job) {
    return new BenchmarkSession(
        service,
        job.scanJobId(),
        job.securityLevel().value(),
        job.requestedAt(),
        service.sessionToken(job.scanJobId()));
  }

  Answer<StartCisSessionResponse> start() throws InterruptedException {
    return service.inspector(
        "StartCisSession",
        new StartCisSessionRequest(new StartCisSessionMessage(token), job),
        StartCisSessionResponse.class);
  }

  Answer<SendCisSessionHealthResponse> alive() throws InterruptedException {
    return service.inspector(
        "SendCisSessionHealth",
        new SendCisSessionHealthRequest(job, token),
        SendCisSessionHealthResponse.class);
  }

  Answer<SendCisSessionTelemetryResponse> verdicts(List<CisSessionMessage> messages)
      throws InterruptedException {
    return service.inspector(
        "SendCisSessionTelemetry",
        new SendCisSessionTelemetryRequest(messages, job, token),
        SendCisSessionTelemetryResponse.class);
  }

  /// Ends it with the verdicts that were told.
  Answer<StopCisSessionResponse> done(BenchmarkResults results, List<BenchmarkRule> told)
      throws InterruptedException {
    StopCisSessionMessage.Builder message =
        StopCisSessionMessage.builder()
            .status(StopCisSessionStatus.SUCCESS)
            .progress(progress(told))
            .benchmarkProfile(cut(results.profile(), LONGEST_PROFILE));
    Optional.ofNullable(results.version())
        .ifPresent(version -> message.benchmarkVersion(cut(version, LONGEST_VERSION)));
    Optional.ofNullable(results.platform())
        .ifPresent(platform -> message.computePlatform(platform(platform)));
    return stop(message.build());
  }

  /// Ends it without any.
  Answer<StopCisSessionResponse> without(StopCisSessionStatus status, String why)
      throws InterruptedException {
    return stop(
        StopCisSessionMessage.builder()
            .status(status)
            .reason(cut(why, LONGEST_REASON))
            .progress(progress(List.of()))
            .build());
  }

  private Answer<StopCisSessionResponse> stop(StopCisSessionMessage message)
      throws InterruptedException {
    return service.inspector(
        "StopCisSession",
        new StopCisSessionRequest(message, job, token),
        StopCisSessionResponse.class);
  }

  private static StopCisMessageProgress progress(List<BenchmarkRule> told) {
    return StopCisMessageProgress.builder()
        .totalChecks(told.size())
        .successfulChecks(count(told, "PASSED"))
        .failedChecks(count(told, "FAILED"))
        .errorChecks(count(told, "ERROR"))
        .unknownChecks(count(told, "UNKNOWN"))
        .notApplicableChecks(count(told, "NOT_APPLICABLE"))
        .notEvaluatedChecks(count(told, "NOT_EVALUATED"))
        .informationalChecks(count(told, "INFORMATIONAL"))
        .build();
  }

  private static int count(List<BenchmarkRule> told, String status) {
    return (int) told.stream().filter(rule -> rule.status().value().equals(status)).count();
  }

  /// `UBUNTU_22_04` is Ubuntu, of version 22_04.
  private static ComputePlatform platform(String name) {
    int end = name.indexOf('_');
    ComputePlatform.Builder platform =
        ComputePlatform.builder()
            .product(cut(end < 0 ? name : name.substring(0, end), LONGEST_PRODUCT));
    return end < 0
        ? platform.build()
        : platform.version(cut(name.substring(end + 1), LONGEST_VERSION)).build();
  }

  private static String cut(String text, int longest) {
    return text.substring(0, Math.min(longest, text.length()));
  }
}
