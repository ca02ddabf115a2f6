package dev.assay.inspector.v2;

import static dev.assay.inspector.v2.Nodes.ACCOUNT;
import static dev.assay.inspector.v2.Nodes.OTHER;
import static dev.assay.inspector.v2.Nodes.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.awsapi.inspector2.AccessDeniedException;
import dev.assay.awsapi.inspector2.CisFindingStatus;
import dev.assay.awsapi.inspector2.CisRuleStatus;
import dev.assay.awsapi.inspector2.CisScanResultDetails;
import dev.assay.awsapi.inspector2.CisSessionMessage;
import dev.assay.awsapi.inspector2.ConflictException;
import dev.assay.awsapi.inspector2.GetCisScanResultDetailsRequest;
import dev.assay.awsapi.inspector2.GetCisScanResultDetailsResponse;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import dev.assay.awsapi.inspector2.SendCisSessionHealthRequest;
import dev.assay.awsapi.inspector2.SendCisSessionTelemetryRequest;
import dev.assay.awsapi.inspector2.StartCisSessionMessage;
import dev.assay.awsapi.inspector2.StartCisSessionRequest;
import dev.assay.awsapi.inspector2.StopCisMessageProgress;
import dev.assay.awsapi.inspector2.StopCisSessionMessage;
import dev.assay.awsapi.inspector2.StopCisSessionRequest;
import dev.assay.awsapi.inspector2.StopCisSessionStatus;
import dev.assay.awsapi.value.Blob;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class CisSessionsApiTest {
  private static final String JOB = "624b746d-e080-44ae-8c1d-48e653365a31";
  private static final String TOKEN = "a-token-that-only-the-agent-holds";

  private final Nodes nodes = new Nodes();

  @BeforeEach
  void start() {
    start(ACCOUNT);
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void whatTheAgentReportsIsSeenInPagesAndTheNewestCounts() {
    report(ACCOUNT, TOKEN, "1.1", CisRuleStatus.FAILED);
    report(ACCOUNT, TOKEN, "1.2", CisRuleStatus.NOT_APPLICABLE);
    report(ACCOUNT, TOKEN, "1.1", CisRuleStatus.PASSED);

    GetCisScanResultDetailsResponse first = results(ACCOUNT, null);
    assertThat(first.scanResultDetails())
        .extracting(CisScanResultDetails::checkId, CisScanResultDetails::status)
        .containsExactly(tuple("1.1", CisFindingStatus.PASSED));
    GetCisScanResultDetailsResponse second = results(ACCOUNT, first.nextToken());
    assertThat(second.scanResultDetails())
        .extracting(
            CisScanResultDetails::checkId,
            CisScanResultDetails::status,
            CisScanResultDetails::statusReason)
        .containsExactly(tuple("1.2", CisFindingStatus.SKIPPED, "NOT_APPLICABLE"));
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void withoutTheTokenNothingIsTaken() {
    assertThatThrownBy(() -> report(ACCOUNT, "another token", "1.1", CisRuleStatus.PASSED))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> report(OTHER, TOKEN, "1.1", CisRuleStatus.PASSED))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> stop("another token")).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(
            () ->
                nodes.writer.cisSessions.sendCisSessionHealth(
                    caller(ACCOUNT), new SendCisSessionHealthRequest(JOB, "another token")))
        .isInstanceOf(AccessDeniedException.class);

    assertThat(results(ACCOUNT, null).scanResultDetails()).isEmpty();
  }

  @Test
  void aJobHasOneSessionAndAStoppedOneTakesNothingMore() {
    assertThatThrownBy(() -> start(ACCOUNT)).isInstanceOf(ConflictException.class);
    nodes.reader.cisSessions.sendCisSessionHealth(
        caller(ACCOUNT), new SendCisSessionHealthRequest(JOB, TOKEN));
    stop(TOKEN);

    assertThatThrownBy(() -> stop(TOKEN)).isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> start(ACCOUNT)).isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> report(ACCOUNT, TOKEN, "1.1", CisRuleStatus.PASSED))
        .isInstanceOf(ConflictException.class);
    assertThat(results(ACCOUNT, null).scanResultDetails()).isEmpty();
  }

  @Test
  void anotherTenantHasItsOwnSessionOfTheSameJob() {
    assertThatThrownBy(() -> results(OTHER, null)).isInstanceOf(ResourceNotFoundException.class);
    start(OTHER);
    report(OTHER, TOKEN, "9.9", CisRuleStatus.FAILED);

    assertThat(results(ACCOUNT, null).scanResultDetails()).isEmpty();
    assertThat(results(OTHER, null).scanResultDetails()).hasSize(1);
  }

  private void start(String account) {
    nodes.writer.cisSessions.startCisSession(
        caller(account), new StartCisSessionRequest(new StartCisSessionMessage(TOKEN), JOB));
  }

  private void report(String account, String token, String rule, CisRuleStatus status) {
    nodes.writer.cisSessions.sendCisSessionTelemetry(
        caller(account),
        new SendCisSessionTelemetryRequest(
            List.of(new CisSessionMessage(Blob.utf8("seen"), rule, status)), JOB, token));
  }

  private void stop(String token) {
    nodes.writer.cisSessions.stopCisSession(
        caller(ACCOUNT),
        new StopCisSessionRequest(
            StopCisSessionMessage.builder()
                .progress(StopCisMessageProgress.builder().build())
                .status(StopCisSessionStatus.SUCCESS)
                .build(),
            JOB,
            token));
  }

  private GetCisScanResultDetailsResponse results(String account, String token) {
    return nodes.reader.cisScans.getCisScanResultDetails(
        caller(account),
        GetCisScanResultDetailsRequest.builder()
            .scanArn(
                "arn:aws:inspector2:eu-central-1:"
                    + account
                    + ":owner/"
                    + account
                    + "/cis-scan/"
                    + JOB)
            .accountId(account)
            .targetResourceId("admin")
            .maxResults(1)
            .nextToken(token)
            .build());
  }
}
