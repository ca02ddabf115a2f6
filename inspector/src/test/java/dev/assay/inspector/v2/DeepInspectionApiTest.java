package dev.assay.inspector.v2;

import static dev.assay.inspector.v2.Nodes.ACCOUNT;
import static dev.assay.inspector.v2.Nodes.OTHER;
import static dev.assay.inspector.v2.Nodes.THIRD;
import static dev.assay.inspector.v2.Nodes.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.awsapi.inspector2.AssociateMemberRequest;
import dev.assay.awsapi.inspector2.BatchGetMemberEc2DeepInspectionStatusRequest;
import dev.assay.awsapi.inspector2.BatchUpdateMemberEc2DeepInspectionStatusRequest;
import dev.assay.awsapi.inspector2.Ec2DeepInspectionStatus;
import dev.assay.awsapi.inspector2.EnableDelegatedAdminAccountRequest;
import dev.assay.awsapi.inspector2.GetEc2DeepInspectionConfigurationRequest;
import dev.assay.awsapi.inspector2.GetEc2DeepInspectionConfigurationResponse;
import dev.assay.awsapi.inspector2.MemberAccountEc2DeepInspectionStatus;
import dev.assay.awsapi.inspector2.UpdateEc2DeepInspectionConfigurationRequest;
import dev.assay.awsapi.inspector2.UpdateOrgEc2DeepInspectionConfigurationRequest;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `ACCOUNT` administers `OTHER`, and `THIRD` is a stranger.
@NullUnmarked
class DeepInspectionApiTest {
  private final Nodes nodes = new Nodes();

  @BeforeEach
  void administer() {
    nodes.writer.organization.enableDelegatedAdminAccount(
        caller(OTHER), new EnableDelegatedAdminAccountRequest(null, ACCOUNT));
    nodes.writer.organization.associateMember(caller(ACCOUNT), new AssociateMemberRequest(OTHER));
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void directoriesAndTheSwitchAreKeptEachByItself() {
    nodes.writer.deepInspection.updateEc2DeepInspectionConfiguration(
        caller(OTHER),
        UpdateEc2DeepInspectionConfigurationRequest.builder()
            .packagePaths(List.of("/srv/app"))
            .build());
    nodes.writer.deepInspection.updateEc2DeepInspectionConfiguration(
        caller(OTHER),
        UpdateEc2DeepInspectionConfigurationRequest.builder().activateDeepInspection(true).build());

    assertThat(seen(OTHER).packagePaths()).containsExactly("/srv/app");
    assertThat(seen(OTHER).status()).isEqualTo(Ec2DeepInspectionStatus.ACTIVATED);
    assertThat(seen(ACCOUNT).packagePaths()).isEmpty();
    assertThat(seen(THIRD).status()).isEqualTo(Ec2DeepInspectionStatus.DEACTIVATED);
  }

  @Test
  void theAdministratorsDirectoriesHoldForItsMembersAndForNobodyElse() {
    nodes.writer.deepInspection.updateOrgEc2DeepInspectionConfiguration(
        caller(ACCOUNT), new UpdateOrgEc2DeepInspectionConfigurationRequest(List.of("/opt/all")));

    assertThat(seen(ACCOUNT).orgPackagePaths()).containsExactly("/opt/all");
    assertThat(seen(OTHER).orgPackagePaths()).containsExactly("/opt/all");
    assertThat(seen(THIRD).orgPackagePaths()).isEmpty();
  }

  @Test
  void theAdministratorSwitchesItsMembersAndNoStranger() {
    var answer =
        nodes.writer.deepInspection.batchUpdateMemberEc2DeepInspectionStatus(
            caller(ACCOUNT),
            new BatchUpdateMemberEc2DeepInspectionStatusRequest(
                List.of(
                    new MemberAccountEc2DeepInspectionStatus(OTHER, true),
                    new MemberAccountEc2DeepInspectionStatus(THIRD, true))));

    assertThat(answer.failedAccountIds())
        .singleElement()
        .satisfies(failed -> assertThat(failed.accountId()).isEqualTo(THIRD));
    assertThat(seen(OTHER).status()).isEqualTo(Ec2DeepInspectionStatus.ACTIVATED);
    assertThat(seen(THIRD).status()).isEqualTo(Ec2DeepInspectionStatus.DEACTIVATED);
    var statuses =
        nodes.reader.deepInspection.batchGetMemberEc2DeepInspectionStatus(
            caller(ACCOUNT),
            new BatchGetMemberEc2DeepInspectionStatusRequest(List.of(OTHER, THIRD)));
    assertThat(statuses.accountIds())
        .singleElement()
        .satisfies(
            state -> assertThat(state.status()).isEqualTo(Ec2DeepInspectionStatus.ACTIVATED));
    assertThat(statuses.failedAccountIds())
        .singleElement()
        .satisfies(failed -> assertThat(failed.accountId()).isEqualTo(THIRD));
  }

  private GetEc2DeepInspectionConfigurationResponse seen(String account) {
    return nodes.reader.deepInspection.getEc2DeepInspectionConfiguration(
        caller(account), GetEc2DeepInspectionConfigurationRequest.builder().build());
  }
}
