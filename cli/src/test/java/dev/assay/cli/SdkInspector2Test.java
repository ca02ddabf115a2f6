package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.CoveredResource;
import software.amazon.awssdk.services.inspector2.model.DateFilter;
import software.amazon.awssdk.services.inspector2.model.FilterAction;
import software.amazon.awssdk.services.inspector2.model.FilterCriteria;
import software.amazon.awssdk.services.inspector2.model.Finding;
import software.amazon.awssdk.services.inspector2.model.FindingStatus;
import software.amazon.awssdk.services.inspector2.model.FindingType;
import software.amazon.awssdk.services.inspector2.model.ListFindingsResponse;
import software.amazon.awssdk.services.inspector2.model.Severity;
import software.amazon.awssdk.services.inspector2.model.SortField;
import software.amazon.awssdk.services.inspector2.model.SortOrder;
import software.amazon.awssdk.services.inspector2.model.StringComparison;
import software.amazon.awssdk.services.inspector2.model.StringFilter;

/// Inspector v2's story, told by the AWS SDK for Java to a real process.
final class SdkInspector2Test {
  private static final Inspector2Client CLIENT = SdkClients.shared().v2();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @Test
  void findings_are_those_that_every_criterion_holds_of() {
    List<Finding> all = findings(FilterCriteria.builder().build());
    assertThat(all).extracting(Finding::findingArn).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(finding -> finding.resources().getFirst().id())
        .contains("web-1", "db-1");
    assertThat(all).extracting(Finding::type).containsOnly(FindingType.PACKAGE_VULNERABILITY);

    FilterCriteria highOfWeb =
        FilterCriteria.builder()
            .resourceId(is("web-1"))
            .severity(is("HIGH"), is("CRITICAL"))
            .firstObservedAt(
                DateFilter.builder()
                    .startInclusive(Instant.now().minus(Duration.ofHours(1)))
                    .build())
            .build();
    List<Finding> some = findings(highOfWeb);
    assertThat(some)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            all.stream()
                .filter(finding -> finding.resources().getFirst().id().equals("web-1"))
                .filter(
                    finding ->
                        finding.severity() == Severity.HIGH
                            || finding.severity() == Severity.CRITICAL)
                .toList());
  }

  @Test
  void findings_come_in_the_order_asked_for() {
    List<Finding> sorted =
        CLIENT
            .listFindings(
                ask ->
                    ask.maxResults(100)
                        .filterCriteria(criteria -> criteria.resourceId(is("web-1")))
                        .sortCriteria(
                            sort ->
                                sort.field(SortField.INSPECTOR_SCORE).sortOrder(SortOrder.DESC)))
            .findings();
    assertThat(sorted.stream().map(Finding::inspectorScore).filter(Objects::nonNull))
        .hasSizeGreaterThan(5)
        .isSortedAccordingTo((one, other) -> Double.compare(other, one));
  }

  @Test
  void hosts_that_evidence_was_handed_in_of_are_covered() {
    List<CoveredResource> covered =
        CLIENT.listCoveragePaginator(ask -> ask.maxResults(1)).stream()
            .flatMap(page -> page.coveredResources().stream())
            .toList();
    assertThat(covered)
        .extracting(CoveredResource::resourceId)
        .containsExactlyInAnyOrder("web-1", "db-1");
    assertThat(CLIENT.listCoverageStatistics(ask -> {}).totalCounts()).isEqualTo(2);
  }

  @Test
  void a_filter_suppresses_what_it_matches_until_it_is_deleted() {
    StringFilter vulnerability =
        is(findings(of("db-1")).getFirst().packageVulnerabilityDetails().vulnerabilityId());
    FilterCriteria matched =
        FilterCriteria.builder().vulnerabilityId(vulnerability).resourceId(is("db-1")).build();
    int active = with(matched, FindingStatus.ACTIVE);
    assertThat(active).isPositive();
    assertThat(with(matched, FindingStatus.SUPPRESSED)).isZero();

    String filter =
        CLIENT
            .createFilter(
                made ->
                    made.name("accepted")
                        .action(FilterAction.SUPPRESS)
                        .reason("behind a bastion")
                        .filterCriteria(matched))
            .arn();
    assertThat(CLIENT.listFilters(ask -> ask.arns(filter)).filters())
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.name()).isEqualTo("accepted");
              assertThat(kept.criteria()).isEqualTo(matched);
            });
    eventually(matched, FindingStatus.SUPPRESSED, active);
    assertThat(with(matched, FindingStatus.ACTIVE)).isZero();

    CLIENT.deleteFilter(gone -> gone.arn(filter));
    eventually(matched, FindingStatus.ACTIVE, active);
  }

  private static void eventually(FilterCriteria criteria, FindingStatus status, int count) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (with(criteria, status) != count && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
    assertThat(with(criteria, status)).isEqualTo(count);
  }

  private static int with(FilterCriteria criteria, FindingStatus status) {
    return findings(criteria.toBuilder().findingStatus(is(status.toString())).build()).size();
  }

  private static FilterCriteria of(String resource) {
    return FilterCriteria.builder().resourceId(is(resource)).build();
  }

  private static List<Finding> findings(FilterCriteria criteria) {
    return CLIENT.listFindingsPaginator(ask -> ask.maxResults(9).filterCriteria(criteria)).stream()
        .map(ListFindingsResponse::findings)
        .flatMap(List::stream)
        .toList();
  }

  private static StringFilter is(String value) {
    return StringFilter.builder().comparison(StringComparison.EQUALS).value(value).build();
  }
}
