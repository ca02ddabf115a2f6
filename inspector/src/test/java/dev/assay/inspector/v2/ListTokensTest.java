package dev.assay.inspector.v2;

import static dev.assay.inspector.v2.Fleet.vulnerability;
import static dev.assay.inspector.v2.Nodes.ACCOUNT;
import static dev.assay.inspector.v2.Nodes.OTHER;
import static dev.assay.inspector.v2.Nodes.caller;
import static dev.assay.inspector.v2.Nodes.elsewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.resource.ResourceDetails.Host;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.inspector2.ClusterForImageFilterCriteria;
import dev.assay.awsapi.inspector2.FilterCriteria;
import dev.assay.awsapi.inspector2.GetClustersForImageRequest;
import dev.assay.awsapi.inspector2.ListAccountPermissionsRequest;
import dev.assay.awsapi.inspector2.ListCoverageRequest;
import dev.assay.awsapi.inspector2.ListFindingsRequest;
import dev.assay.awsapi.inspector2.Service;
import dev.assay.awsapi.inspector2.SortCriteria;
import dev.assay.awsapi.inspector2.SortField;
import dev.assay.awsapi.inspector2.SortOrder;
import dev.assay.awsapi.inspector2.StringComparison;
import dev.assay.awsapi.inspector2.StringFilter;
import dev.assay.awsapi.inspector2.ValidationException;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.ListTokens;
import dev.assay.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Tokens of lists, and that a token is good for one question of one account only.
@NullUnmarked
class ListTokensTest {
  private static Fleet fleet;

  @BeforeAll
  static void fill() {
    fleet = new Fleet();
    for (String account : List.of(ACCOUNT, OTHER)) {
      for (String host : List.of("i-1", "i-2", "i-3")) {
        fleet.assess(
            Tenant.of(account, "eu-central-1"),
            host,
            Host.unknown(),
            Map.of(),
            vulnerability("CVE-2024-1", Severity.HIGH, "curl", null));
      }
    }
  }

  @AfterAll
  static void close() {
    fleet.close();
  }

  @Test
  void a_position_is_read_back_by_the_same_question_only() {
    ListTokens tokens = tokens(caller(ACCOUNT), "ListThings", "a");
    String token = tokens.token(Optional.of("position é"));

    assertThat(tokens(caller(ACCOUNT), "ListThings", "a").position(token)).contains("position é");
    for (ListTokens other :
        List.of(
            tokens(caller(OTHER), "ListThings", "a"),
            tokens(elsewhere(ACCOUNT), "ListThings", "a"),
            tokens(caller(ACCOUNT), "ListOthers", "a"),
            tokens(caller(ACCOUNT), "ListThings", "b"))) {
      assertThatThrownBy(() -> other.position(token)).isInstanceOf(ValidationException.class);
    }
  }

  @Test
  void the_first_and_the_last_page_have_no_token() {
    ListTokens tokens = tokens(caller(ACCOUNT), "ListThings", "a");
    assertThat(tokens.position(null)).isEmpty();
    assertThat(tokens.position("")).isEmpty();
    assertThat(tokens.token(Optional.empty())).isNull();
  }

  @Test
  void a_changed_or_invented_token_is_refused() {
    ListTokens tokens = tokens(caller(ACCOUNT), "ListThings", "a");
    String token = tokens.token(Optional.of("100"));
    for (String bad : List.of(token + "AAAA", token.substring(4), "?", "AAAA", "none")) {
      assertThatThrownBy(() -> tokens.position(bad)).isInstanceOf(ValidationException.class);
    }
  }

  private static ListTokens tokens(Caller caller, String operation, String asked) {
    return Problems.tokens(caller, operation, asked, null);
  }

  @Test
  void findings_go_on_with_their_own_token_only() {
    ListFindingsRequest.Builder asked = ListFindingsRequest.builder().maxResults(2);
    var page = fleet.findings.listFindings(caller(ACCOUNT), asked.build());
    assertThat(page.findings()).hasSize(2);
    ListFindingsRequest.Builder next = asked.nextToken(page.nextToken());

    assertThat(fleet.findings.listFindings(caller(ACCOUNT), next.build()).findings())
        .hasSize(1)
        .doesNotContainAnyElementsOf(page.findings());
    refused(() -> fleet.findings.listFindings(caller(OTHER), next.build()));
    refused(
        () ->
            fleet.findings.listFindings(
                caller(ACCOUNT),
                next.sortCriteria(new SortCriteria(SortField.SEVERITY, SortOrder.ASC)).build()));
    refused(
        () ->
            fleet.findings.listFindings(
                caller(ACCOUNT),
                ListFindingsRequest.builder()
                    .nextToken(page.nextToken())
                    .filterCriteria(
                        FilterCriteria.builder()
                            .title(List.of(new StringFilter(StringComparison.PREFIX, "CVE")))
                            .build())
                    .build()));
    refused(
        () ->
            fleet.coverage.listCoverage(
                caller(ACCOUNT),
                ListCoverageRequest.builder().nextToken(page.nextToken()).build()));
  }

  @Test
  void permissions_go_on_with_their_own_token_only() {
    ListAccountPermissionsRequest.Builder asked =
        ListAccountPermissionsRequest.builder().service(Service.ECR).maxResults(2);
    var page = Permissions.list(caller(ACCOUNT), asked.build());
    asked.nextToken(page.nextToken());

    assertThat(Permissions.list(caller(ACCOUNT), asked.build()).permissions())
        .hasSize(2)
        .doesNotContainAnyElementsOf(page.permissions());
    refused(() -> Permissions.list(caller(ACCOUNT), asked.service(Service.EC2).build()));
  }

  @Test
  void no_image_is_known_to_run_in_a_cluster() {
    ClusterForImageFilterCriteria image = new ClusterForImageFilterCriteria("repo@sha256:1");
    assertThat(
            fleet
                .coverage
                .getClustersForImage(
                    caller(ACCOUNT), GetClustersForImageRequest.builder().filter(image).build())
                .cluster())
        .isEmpty();
    refused(
        () ->
            fleet.coverage.getClustersForImage(
                caller(ACCOUNT),
                GetClustersForImageRequest.builder().filter(image).nextToken("more").build()));
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("nextToken");
  }
}
