package dev.assay.inspector.v2;

import static dev.assay.inspector.v2.Nodes.ACCOUNT;
import static dev.assay.inspector.v2.Nodes.OTHER;
import static dev.assay.inspector.v2.Nodes.caller;
import static dev.assay.inspector.v2.Nodes.elsewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.awsapi.inspector2.AccessDeniedException;
import dev.assay.awsapi.inspector2.Account;
import dev.assay.awsapi.inspector2.AccountState;
import dev.assay.awsapi.inspector2.BatchGetAccountStatusRequest;
import dev.assay.awsapi.inspector2.BatchGetFreeTrialInfoRequest;
import dev.assay.awsapi.inspector2.DisableRequest;
import dev.assay.awsapi.inspector2.Ec2Configuration;
import dev.assay.awsapi.inspector2.Ec2ScanMode;
import dev.assay.awsapi.inspector2.EcrConfiguration;
import dev.assay.awsapi.inspector2.EcrPullDateRescanDuration;
import dev.assay.awsapi.inspector2.EcrRescanDuration;
import dev.assay.awsapi.inspector2.EnableRequest;
import dev.assay.awsapi.inspector2.ErrorCode;
import dev.assay.awsapi.inspector2.FailedAccount;
import dev.assay.awsapi.inspector2.GetConfigurationRequest;
import dev.assay.awsapi.inspector2.GetEncryptionKeyRequest;
import dev.assay.awsapi.inspector2.ListAccountPermissionsRequest;
import dev.assay.awsapi.inspector2.ListUsageTotalsRequest;
import dev.assay.awsapi.inspector2.Permission;
import dev.assay.awsapi.inspector2.ResetEncryptionKeyRequest;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import dev.assay.awsapi.inspector2.ResourceScanType;
import dev.assay.awsapi.inspector2.ResourceType;
import dev.assay.awsapi.inspector2.ScanType;
import dev.assay.awsapi.inspector2.Service;
import dev.assay.awsapi.inspector2.Status;
import dev.assay.awsapi.inspector2.UpdateConfigurationRequest;
import dev.assay.awsapi.inspector2.UpdateEncryptionKeyRequest;
import dev.assay.awsapi.inspector2.ValidationException;
import dev.assay.awsapi.value.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class SettingsApiTest {
  private final Nodes nodes = new Nodes();

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void whatIsEnabledIsSeenByAnotherNodeAndByNoOtherTenant() {
    Account enabled = enable(ACCOUNT, ResourceScanType.EC2, ResourceScanType.LAMBDA);

    assertThat(enabled.status()).isEqualTo(Status.ENABLED);
    AccountState state = state(caller(ACCOUNT));
    assertThat(state.state().status()).isEqualTo(Status.ENABLED);
    assertThat(state.resourceState().ec2().status()).isEqualTo(Status.ENABLED);
    assertThat(state.resourceState().ecr().status()).isEqualTo(Status.DISABLED);
    assertThat(state.resourceState().lambda().status()).isEqualTo(Status.ENABLED);
    assertThat(state(caller(OTHER)).state().status()).isEqualTo(Status.DISABLED);
    assertThat(state(elsewhere(ACCOUNT)).state().status()).isEqualTo(Status.DISABLED);
  }

  @Test
  void disablingSomeLeavesTheRestAndDisablingNothingNamedDisablesAll() {
    enable(ACCOUNT, ResourceScanType.EC2, ResourceScanType.ECR);

    nodes.writer.settings.disable(
        caller(ACCOUNT),
        DisableRequest.builder().resourceTypes(List.of(ResourceScanType.EC2)).build());
    assertThat(state(caller(ACCOUNT)).resourceState().ec2().status()).isEqualTo(Status.DISABLED);
    assertThat(state(caller(ACCOUNT)).resourceState().ecr().status()).isEqualTo(Status.ENABLED);

    nodes.writer.settings.disable(caller(ACCOUNT), DisableRequest.builder().build());
    assertThat(state(caller(ACCOUNT)).state().status()).isEqualTo(Status.DISABLED);
  }

  @Test
  void anotherAccountIsNeitherChangedNorShown() {
    var answer =
        nodes.writer.settings.enable(
            caller(ACCOUNT),
            EnableRequest.builder()
                .accountIds(List.of(OTHER))
                .resourceTypes(List.of(ResourceScanType.EC2))
                .build());

    assertThat(answer.accounts()).isEmpty();
    assertThat(answer.failedAccounts())
        .extracting(FailedAccount::accountId, FailedAccount::errorCode)
        .containsExactly(org.assertj.core.api.Assertions.tuple(OTHER, ErrorCode.ACCESS_DENIED));
    assertThat(state(caller(OTHER)).state().status()).isEqualTo(Status.DISABLED);
    assertThat(
            nodes
                .reader
                .settings
                .batchGetAccountStatus(
                    caller(ACCOUNT), new BatchGetAccountStatusRequest(List.of(OTHER, ACCOUNT)))
                .accounts())
        .extracting(AccountState::accountId)
        .containsExactly(ACCOUNT);
  }

  @Test
  void changesMadeAtOnceAreAllKept() throws Exception {
    List<ResourceScanType> types =
        List.of(
            ResourceScanType.EC2,
            ResourceScanType.ECR,
            ResourceScanType.LAMBDA,
            ResourceScanType.CODE_REPOSITORY);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Account>> all = new ArrayList<>();
      for (ResourceScanType type : types) {
        all.add(threads.submit(() -> enable(ACCOUNT, type)));
      }
      for (Future<Account> one : all) {
        one.get();
      }
    }

    var resources = state(caller(ACCOUNT)).resourceState();
    assertThat(resources.ec2().status()).isEqualTo(Status.ENABLED);
    assertThat(resources.ecr().status()).isEqualTo(Status.ENABLED);
    assertThat(resources.lambda().status()).isEqualTo(Status.ENABLED);
    assertThat(resources.codeRepository().status()).isEqualTo(Status.ENABLED);
  }

  @Test
  void aConfigurationIsKeptAndWhatIsNotMentionedStays() {
    nodes.writer.settings.updateConfiguration(
        caller(ACCOUNT),
        UpdateConfigurationRequest.builder()
            .ec2Configuration(Ec2Configuration.builder().scanMode(Ec2ScanMode.EC2_HYBRID).build())
            .build());
    nodes.writer.settings.updateConfiguration(
        caller(ACCOUNT),
        UpdateConfigurationRequest.builder()
            .ecrConfiguration(
                EcrConfiguration.builder()
                    .rescanDuration(EcrRescanDuration.DAYS_30)
                    .pullDateRescanDuration(EcrPullDateRescanDuration.DAYS_14)
                    .build())
            .build());

    var seen =
        nodes.reader.settings.getConfiguration(
            caller(ACCOUNT), GetConfigurationRequest.builder().build());
    assertThat(seen.ec2Configuration().scanModeState().scanMode())
        .isEqualTo(Ec2ScanMode.EC2_HYBRID);
    var images = seen.ecrConfiguration().rescanDurationState();
    assertThat(images.rescanDuration()).isEqualTo(EcrRescanDuration.DAYS_30);
    assertThat(images.pullDateRescanDuration()).isEqualTo(EcrPullDateRescanDuration.DAYS_14);
    assertThat(images.updatedAt()).isEqualTo(Nodes.NOW);
    var others =
        nodes.reader.settings.getConfiguration(
            caller(OTHER), GetConfigurationRequest.builder().build());
    assertThat(others.ec2Configuration().scanModeState().scanMode())
        .isEqualTo(Ec2ScanMode.EC2_SSM_AGENT_BASED);
    assertThat(others.ecrConfiguration().rescanDurationState().rescanDuration())
        .isEqualTo(EcrRescanDuration.LIFETIME);
    assertThatThrownBy(
            () ->
                nodes.reader.settings.getConfiguration(
                    caller(OTHER), new GetConfigurationRequest(ACCOUNT)))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void aScannerThatDoesNotExistIsRefusedAndNothingIsChanged() {
    assertThatThrownBy(
            () ->
                nodes.writer.settings.updateConfiguration(
                    caller(ACCOUNT),
                    UpdateConfigurationRequest.builder()
                        .ec2Configuration(new Ec2Configuration(Ec2ScanMode.EC2_HYBRID, true))
                        .build()))
        .isInstanceOf(ValidationException.class);
    assertThat(
            nodes
                .reader
                .settings
                .getConfiguration(caller(ACCOUNT), GetConfigurationRequest.builder().build())
                .ec2Configuration()
                .scanModeState()
                .scanMode())
        .isEqualTo(Ec2ScanMode.EC2_SSM_AGENT_BASED);
  }

  @Test
  void thereIsNoTrialAndNoBill() {
    var trials =
        nodes.reader.settings.batchGetFreeTrialInfo(
            caller(ACCOUNT), new BatchGetFreeTrialInfoRequest(List.of(ACCOUNT, OTHER)));
    assertThat(trials.accounts())
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.accountId()).isEqualTo(ACCOUNT);
              assertThat(account.freeTrialInfo()).isEmpty();
            });
    assertThat(trials.failedAccounts())
        .singleElement()
        .satisfies(failed -> assertThat(failed.accountId()).isEqualTo(OTHER));

    assertThat(
            nodes
                .reader
                .settings
                .listUsageTotals(caller(ACCOUNT), ListUsageTotalsRequest.builder().build())
                .totals())
        .singleElement()
        .satisfies(total -> assertThat(total.usage()).isEmpty());
    assertThatThrownBy(
            () ->
                nodes.reader.settings.listUsageTotals(
                    caller(ACCOUNT),
                    ListUsageTotalsRequest.builder().accountIds(List.of(OTHER)).build()))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void permissionsAreListedInPagesAndByService() {
    List<Permission> paged = new ArrayList<>();
    String token = null;
    do {
      var page =
          nodes.reader.settings.listAccountPermissions(
              caller(ACCOUNT),
              ListAccountPermissionsRequest.builder().maxResults(3).nextToken(token).build());
      assertThat(page.permissions()).hasSizeBetween(1, 3);
      paged.addAll(page.permissions());
      token = page.nextToken();
    } while (token != null);
    assertThat(paged).hasSize(8).doesNotHaveDuplicates();

    assertThat(
            nodes
                .reader
                .settings
                .listAccountPermissions(
                    caller(ACCOUNT),
                    ListAccountPermissionsRequest.builder().service(Service.LAMBDA).build())
                .permissions())
        .hasSize(2)
        .allSatisfy(permission -> assertThat(permission.service()).isEqualTo(Service.LAMBDA));
  }

  @Test
  void keysOfAwsKmsAreRefusedSoThatNoneIsEverSeen() {
    assertThatThrownBy(
            () ->
                nodes.writer.settings.updateEncryptionKey(
                    caller(ACCOUNT),
                    new UpdateEncryptionKeyRequest(
                        "arn:aws:kms:eu-central-1:111122223333:key/1",
                        ResourceType.AWS_LAMBDA_FUNCTION,
                        ScanType.CODE)))
        .isInstanceOf(AccessDeniedException.class);
    nodes.writer.settings.resetEncryptionKey(
        caller(ACCOUNT),
        new ResetEncryptionKeyRequest(ResourceType.AWS_LAMBDA_FUNCTION, ScanType.CODE));
    assertThatThrownBy(
            () ->
                nodes.reader.settings.getEncryptionKey(
                    caller(ACCOUNT),
                    new GetEncryptionKeyRequest(ResourceType.AWS_LAMBDA_FUNCTION, ScanType.CODE)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private Account enable(String account, ResourceScanType... types) {
    return nodes
        .writer
        .settings
        .enable(caller(account), EnableRequest.builder().resourceTypes(List.of(types)).build())
        .accounts()
        .getFirst();
  }

  private AccountState state(Caller caller) {
    return nodes
        .reader
        .settings
        .batchGetAccountStatus(caller, BatchGetAccountStatusRequest.builder().build())
        .accounts()
        .getFirst();
  }
}
