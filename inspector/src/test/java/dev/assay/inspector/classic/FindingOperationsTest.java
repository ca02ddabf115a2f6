package dev.assay.inspector.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.awsapi.inspector.AddAttributesToFindingsRequest;
import dev.assay.awsapi.inspector.Attribute;
import dev.assay.awsapi.inspector.FindingFilter;
import dev.assay.awsapi.inspector.InvalidInputErrorCode;
import dev.assay.awsapi.inspector.ListFindingsRequest;
import dev.assay.awsapi.inspector.RemoveAttributesFromFindingsRequest;
import dev.assay.awsapi.inspector.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Findings of finished runs, found again and written on.
final class FindingOperationsTest extends TwoNodes {
  @Test
  void findings_are_filtered_by_each_criterion_and_paged_once_each() {
    host("web", Map.of(), "CVE-2024-1", "CVE-2024-2", "CVE-2024-3");
    host("db", Map.of(), "CVE-2024-1");
    finishedRun(RulesPackage.VULNERABILITIES);
    assertThat(findings(FindingFilter.builder().agentIds(List.of("db")).build())).hasSize(1);
    assertThat(findings(FindingFilter.builder().ruleNames(List.of("CVE-2024-1")).build()))
        .hasSize(2);
    assertThat(findings(FindingFilter.builder().severities(List.of(Severity.LOW)).build()))
        .isEmpty();
    assertThat(findings(FindingFilter.builder().severities(List.of(Severity.HIGH)).build()))
        .hasSize(4);
    assertThat(
            findings(
                FindingFilter.builder()
                    .attributes(
                        List.of(
                            Attribute.builder().key("CVE_ID").value("CVE-2024-2").build(),
                            Attribute.builder().key("INSTANCE_ID").build()))
                    .build()))
        .hasSize(1);
    assertThat(
            findings(
                FindingFilter.builder()
                    .userAttributes(List.of(Attribute.builder().key("team").value("red").build()))
                    .build()))
        .isEmpty();
    List<String> paged = new ArrayList<>();
    @Nullable String token = null;
    do {
      var page =
          read.findings()
              .listFindings(
                  ADA, ListFindingsRequest.builder().maxResults(3).nextToken(token).build());
      paged.addAll(page.findingArns());
      token = page.nextToken();
    } while (token != null);
    assertThat(paged).hasSize(4).doesNotHaveDuplicates().isEqualTo(findings(null));
    assertThat(
            refused(
                () ->
                    read.findings()
                        .listFindings(
                            ADA, ListFindingsRequest.builder().nextToken("bm9uZQ").build())))
        .isEqualTo(InvalidInputErrorCode.INVALID_PAGINATION_TOKEN);
  }

  @Test
  void attributes_are_added_to_findings_and_removed() {
    host("web", Map.of(), "CVE-2024-1");
    finishedRun(RulesPackage.VULNERABILITIES);
    List<String> arns = findings(null);
    assertThat(
            write
                .findings()
                .addAttributesToFindings(
                    ADA,
                    new AddAttributesToFindingsRequest(
                        Stream.concat(arns.stream(), Stream.of("nonsense")).toList(),
                        List.of(Attribute.builder().key("ticket").value("7").build())))
                .failedItems())
        .containsOnlyKeys("nonsense");
    FindingFilter seven =
        FindingFilter.builder()
            .userAttributes(List.of(Attribute.builder().key("ticket").value("7").build()))
            .build();
    assertThat(findings(seven)).isEqualTo(arns);
    write
        .findings()
        .removeAttributesFromFindings(
            ADA, new RemoveAttributesFromFindingsRequest(arns, List.of("ticket", "none")));
    assertThat(findings(seven)).isEmpty();
  }
}
