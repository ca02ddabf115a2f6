package dev.assay.inspector.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.awsapi.inspector.AssessmentTargetFilter;
import dev.assay.awsapi.inspector.CreateResourceGroupRequest;
import dev.assay.awsapi.inspector.DeleteAssessmentTargetRequest;
import dev.assay.awsapi.inspector.DescribeAssessmentTargetsRequest;
import dev.assay.awsapi.inspector.DescribeResourceGroupsRequest;
import dev.assay.awsapi.inspector.FailedItemErrorCode;
import dev.assay.awsapi.inspector.InvalidInputErrorCode;
import dev.assay.awsapi.inspector.LimitExceededException;
import dev.assay.awsapi.inspector.ListAssessmentTargetsRequest;
import dev.assay.awsapi.inspector.PreviewAgentsRequest;
import dev.assay.awsapi.inspector.ResourceGroupTag;
import dev.assay.awsapi.inspector.UpdateAssessmentTargetRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Resource groups, targets and what a description of several names tells.
final class TargetOperationsTest extends TwoNodes {
  @Test
  void a_resource_group_selects_hosts_by_any_of_its_tags() {
    host("web", Map.of("env", "prod"));
    host("db", Map.of("role", "db", "env", "test"));
    host("other", Map.of("env", "test"));
    String group = group("env", "prod", "role", "db");
    var described =
        read.resourceGroups()
            .describeResourceGroups(ADA, new DescribeResourceGroupsRequest(List.of(group)));
    assertThat(described.resourceGroups().getFirst().tags()).hasSize(2);
    String target = target("grouped", group);
    assertThat(
            read.agents()
                .previewAgents(ADA, PreviewAgentsRequest.builder().previewAgentsArn(target).build())
                .agentPreviews())
        .extracting(agent -> agent.agentId())
        .containsExactlyInAnyOrder("web", "db");
  }

  @Test
  void targets_are_created_listed_updated_and_deleted() {
    String one = target("one", null);
    String two = target("two", null);
    assertThat(targets("t*")).containsExactly(two);
    assertThat(targets("*o*")).containsExactly(one, two);
    assertThat(refused(() -> target("one", null)))
        .isEqualTo(InvalidInputErrorCode.ASSESSMENT_TARGET_NAME_ALREADY_TAKEN);
    write
        .targets()
        .updateAssessmentTarget(
            ADA,
            UpdateAssessmentTargetRequest.builder()
                .assessmentTargetArn(one)
                .assessmentTargetName("three")
                .resourceGroupArn(group("a", "b"))
                .build());
    var described =
        read.targets()
            .describeAssessmentTargets(ADA, new DescribeAssessmentTargetsRequest(List.of(one)))
            .assessmentTargets()
            .getFirst();
    assertThat(described.name()).isEqualTo("three");
    assertThat(described.resourceGroupArn()).isNotNull();
    write.targets().deleteAssessmentTarget(ADA, new DeleteAssessmentTargetRequest(one));
    assertThat(targets(null)).containsExactly(two);
    target("four", null);
    target("five", null);
    assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> target("six", null));
  }

  @Test
  void a_description_of_several_names_tells_which_failed_and_why() {
    String mine = target("mine", null);
    String gone = mine.substring(0, mine.length() - 8) + "00000000";
    String foreign = mine.replace("111111111111", "222222222222");
    var described =
        read.targets()
            .describeAssessmentTargets(
                ADA,
                new DescribeAssessmentTargetsRequest(
                    List.of(mine, gone, foreign, "nonsense", gone, foreign)));
    assertThat(described.assessmentTargets()).hasSize(1);
    assertThat(described.failedItems())
        .hasEntrySatisfying(foreign, f -> is(f.failureCode(), FailedItemErrorCode.ACCESS_DENIED))
        .hasEntrySatisfying("nonsense", f -> is(f.failureCode(), FailedItemErrorCode.INVALID_ARN))
        .hasEntrySatisfying(gone, f -> is(f.failureCode(), FailedItemErrorCode.DUPLICATE_ARN));
  }

  private static void is(FailedItemErrorCode code, FailedItemErrorCode expected) {
    assertThat(code).isEqualTo(expected);
  }

  private String group(String... keysAndValues) {
    List<ResourceGroupTag> tags = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      tags.add(
          ResourceGroupTag.builder().key(keysAndValues[i]).value(keysAndValues[i + 1]).build());
    }
    return write
        .resourceGroups()
        .createResourceGroup(ADA, new CreateResourceGroupRequest(tags))
        .resourceGroupArn();
  }

  private List<String> targets(@Nullable String pattern) {
    return read.targets()
        .listAssessmentTargets(
            ADA,
            ListAssessmentTargetsRequest.builder()
                .filter(
                    AssessmentTargetFilter.builder().assessmentTargetNamePattern(pattern).build())
                .build())
        .assessmentTargetArns();
  }
}
