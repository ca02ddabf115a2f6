package dev.assay.inspector.v2;

import dev.assay.assessment.cis.CheckResult;
import dev.assay.assessment.cis.CisSession;
import dev.assay.assessment.cis.CisSessionStore;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.AccessDeniedException;
import dev.assay.awsapi.inspector2.CisSessionsOperations;
import dev.assay.awsapi.inspector2.ConflictException;
import dev.assay.awsapi.inspector2.SendCisSessionHealthRequest;
import dev.assay.awsapi.inspector2.SendCisSessionHealthResponse;
import dev.assay.awsapi.inspector2.SendCisSessionTelemetryRequest;
import dev.assay.awsapi.inspector2.SendCisSessionTelemetryResponse;
import dev.assay.awsapi.inspector2.StartCisSessionRequest;
import dev.assay.awsapi.inspector2.StartCisSessionResponse;
import dev.assay.awsapi.inspector2.StopCisSessionRequest;
import dev.assay.awsapi.inspector2.StopCisSessionResponse;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/// The agent's side of a benchmark session. An agent starts it for a scan job with a token that it
/// chose, and nobody goes on with it who does not hold the token.
public final class CisSessionsApi implements CisSessionsOperations {
  private final Transactions transactions;
  private final CisSessionStore sessions;
  private final InstantSource clock;

  public CisSessionsApi(Transactions transactions, CisSessionStore sessions, InstantSource clock) {
    this.transactions = transactions;
    this.sessions = sessions;
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
                    new CheckResult(
                        message.ruleId(),
                        message.status().value(),
                        Base64.getEncoder().encodeToString(message.cisRuleDetails().bytes())))
            .toList();
    transactions.change(
        writing -> {
          CisSession session = running(writing, caller, input.scanJobId(), input.sessionToken());
          sessions.replace(writing, session.heard(clock.instant()));
          sessions.report(writing, session, results);
        });
    return SendCisSessionTelemetryResponse.builder().build();
  }

  @Override
  public StopCisSessionResponse stopCisSession(Caller caller, StopCisSessionRequest input) {
    transactions.change(
        writing ->
            sessions.replace(
                writing,
                running(writing, caller, input.scanJobId(), input.sessionToken())
                    .stop(clock.instant())));
    return StopCisSessionResponse.builder().build();
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
    return session;
  }

  private static ConflictException conflict(String message, String job) {
    return new ConflictException(message, job, "cis-session");
  }
}
