package dev.assay.inspector.v2;

import dev.assay.assessment.cis.CheckResult;
import dev.assay.assessment.cis.CisReporting;
import dev.assay.assessment.cis.CisSession;
import dev.assay.assessment.cis.CisSessionStore;
import dev.assay.assessment.cis.CisTarget;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.AccessDeniedException;
import dev.assay.awsapi.inspector2.CisSessionsOperations;
import dev.assay.awsapi.inspector2.ComputePlatform;
import dev.assay.awsapi.inspector2.ConflictException;
import dev.assay.awsapi.inspector2.SendCisSessionHealthRequest;
import dev.assay.awsapi.inspector2.SendCisSessionHealthResponse;
import dev.assay.awsapi.inspector2.SendCisSessionTelemetryRequest;
import dev.assay.awsapi.inspector2.SendCisSessionTelemetryResponse;
import dev.assay.awsapi.inspector2.StartCisSessionRequest;
import dev.assay.awsapi.inspector2.StartCisSessionResponse;
import dev.assay.awsapi.inspector2.StopCisSessionMessage;
import dev.assay.awsapi.inspector2.StopCisSessionRequest;
import dev.assay.awsapi.inspector2.StopCisSessionResponse;
import dev.assay.awsapi.inspector2.StopCisSessionStatus;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The agent's side of a benchmark session. An agent starts it for a scan job with a token that it
/// chose, and nobody goes on with it who does not hold the token.
public final class CisSessionsApi implements CisSessionsOperations {
  private final Transactions transactions;
  private final CisSessionStore sessions;
  private final CisReporting reporting;
  private final InstantSource clock;

  public CisSessionsApi(
      Transactions transactions,
      CisSessionStore sessions,
      CisReporting reporting,
      InstantSource clock) {
    this.transactions = transactions;
    this.sessions = sessions;
    this.reporting = reporting;
    this.clock = clock;
  }

  @Override
  public StartCisSessionResponse startCisSession(Caller caller, StartCisSessionRequest input) {
    CisSession session =
        CisSession.start(
            Tenants.of(caller),
            input.scanJobId(),
            caller.identity(),
            input.message().sessionToken(),
            clock.instant());
    transactions.change(
        writing -> {
          requireOpen(writing, session.tenant(), session.job());
          if (!sessions.add(writing, session)) {
            throw conflict("The scan job has a session already.", session.job());
          }
        });
    return StartCisSessionResponse.builder().build();
  }

  @Override
  public SendCisSessionHealthResponse sendCisSessionHealth(
      Caller caller, SendCisSessionHealthRequest input) {
    transactions.change(
        writing ->
            sessions.replace(
                writing,
                running(writing, caller, input.scanJobId(), input.sessionToken())
                    .heard(clock.instant())));
    return SendCisSessionHealthResponse.builder().build();
  }

  @Override
  public SendCisSessionTelemetryResponse sendCisSessionTelemetry(
      Caller caller, SendCisSessionTelemetryRequest input) {
    List<CheckResult> results =
        input.messages().stream()
            .map(
                message ->
                    CheckResult.reported(
                        message.ruleId(),
                        message.status().value(),
                        message.cisRuleDetails().bytes()))
            .toList();
    transactions.change(
        writing -> {
          CisSession session = running(writing, caller, input.scanJobId(), input.sessionToken());
          sessions.replace(writing, session.heard(clock.instant()));
          reporting.report(writing, session, results);
        });
    return SendCisSessionTelemetryResponse.builder().build();
  }

  /// What the session says of itself beside its end is not kept: what counts is what it reported.
  @Override
  public StopCisSessionResponse stopCisSession(Caller caller, StopCisSessionRequest input) {
    StopCisSessionMessage message = input.message();
    transactions.<Boolean>writeInTurn(
        writing -> {
          CisSession session = running(writing, caller, input.scanJobId(), input.sessionToken());
          sessions.replace(writing, session.stop(clock.instant()));
          reporting.stopped(
              writing,
              session,
              state(message.status()),
              Optional.ofNullable(message.reason())
                  .orElseGet(() -> "its session ended as " + message.status().value()),
              platform(message.computePlatform()));
          return true;
        });
    return StopCisSessionResponse.builder().build();
  }

  private static CisTarget.State state(StopCisSessionStatus status) {
    return switch (status.value()) {
      case "SUCCESS" -> CisTarget.State.COMPLETED;
      case "UNSUPPORTED_OS" -> CisTarget.State.UNSUPPORTED_OS;
      default -> CisTarget.State.CANCELLED;
    };
  }

  private static @Nullable String platform(@Nullable ComputePlatform platform) {
    if (platform == null || platform.product() == null) {
      return null;
    }
    String version = platform.version() == null ? "" : "_" + platform.version();
    return (platform.product() + version).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
  }

  private CisSession running(Reading reading, Caller caller, String job, String token) {
    CisSession session =
        sessions
            .find(reading, Tenants.of(caller), job)
            .filter(known -> known.isOf(token))
            .orElseThrow(
                () ->
                    new AccessDeniedException(
                        "There is no session of this scan job with this token."));
    if (session.stopped()) {
      throw conflict("The session has been stopped.", job);
    }
    requireOpen(reading, session.tenant(), job);
    return session;
  }

  private void requireOpen(Reading reading, Tenant tenant, String job) {
    if (!reporting.isOpen(reading, tenant, job)) {
      throw conflict("The scan waits for this job no longer.", job);
    }
  }

  private static ConflictException conflict(String message, String job) {
    return new ConflictException(message, job, "cis-session");
  }
}
