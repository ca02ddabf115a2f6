package dev.assay.inspector.v2;

import dev.assay.assessment.aggregation.AggregationStore;
import dev.assay.assessment.evidence.Advisories;
import dev.assay.assessment.finding.FindingId;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.FindingQuery;
import dev.assay.assessment.query.InvalidPageTokenException;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.BatchGetCodeSnippetRequest;
import dev.assay.awsapi.inspector2.BatchGetCodeSnippetResponse;
import dev.assay.awsapi.inspector2.BatchGetFindingDetailsRequest;
import dev.assay.awsapi.inspector2.BatchGetFindingDetailsResponse;
import dev.assay.awsapi.inspector2.CodeSnippetError;
import dev.assay.awsapi.inspector2.CodeSnippetErrorCode;
import dev.assay.awsapi.inspector2.FindingDetailsError;
import dev.assay.awsapi.inspector2.FindingDetailsErrorCode;
import dev.assay.awsapi.inspector2.FindingsOperations;
import dev.assay.awsapi.inspector2.ListFindingAggregationsRequest;
import dev.assay.awsapi.inspector2.ListFindingAggregationsResponse;
import dev.assay.awsapi.inspector2.ListFindingsRequest;
import dev.assay.awsapi.inspector2.ListFindingsResponse;
import dev.assay.awsapi.inspector2.SearchVulnerabilitiesRequest;
import dev.assay.awsapi.inspector2.SearchVulnerabilitiesResponse;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.ListTokens;
import dev.assay.inspector.Tenants;
import dev.assay.match.AdvisorySource;
import dev.assay.model.VulnerabilityId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Findings, one by one and in lists, and what is known of vulnerabilities.
public final class FindingsApi implements FindingsOperations {
  private static final int PAGE = 100;
  private static final int ACCOUNT_PART = 4;

  private final Transactions transactions;
  private final FindingStore findings;
  private final Visibility visibility;
  private final Advisories advisories;
  private final FindingAggregations aggregations;

  public FindingsApi(
      Transactions transactions,
      FindingStore findings,
      AggregationStore sums,
      Visibility visibility,
      Advisories advisories) {
    this.transactions = transactions;
    this.findings = findings;
    this.visibility = visibility;
    this.advisories = advisories;
    this.aggregations = new FindingAggregations(transactions, sums, visibility);
  }

  @Override
  public ListFindingsResponse listFindings(Caller caller, ListFindingsRequest input) {
    Tenant tenant = Tenants.of(caller);
    ListTokens tokens =
        Problems.tokens(caller, "ListFindings", input.filterCriteria(), input.sortCriteria());
    PageRequest request =
        new PageRequest(
            Optional.ofNullable(input.maxResults()).orElse(PAGE),
            tokens.position(input.nextToken()));
    try {
      Page<StoredFinding> page =
          transactions.read(
              reading ->
                  findings.list(
                      reading,
                      new FindingQuery(
                          visibility.accounts(reading, tenant),
                          tenant.region(),
                          CriteriaMapping.criteria(input.filterCriteria()),
                          SortMapping.order(input.sortCriteria())),
                      request));
      return ListFindingsResponse.builder()
          .findings(page.items().stream().map(FindingMapping::finding).toList())
          .nextToken(tokens.token(page.next()))
          .build();
    } catch (InvalidPageTokenException invalid) {
      throw Problems.invalidToken();
    }
  }

  @Override
  public BatchGetFindingDetailsResponse batchGetFindingDetails(
      Caller caller, BatchGetFindingDetailsRequest input) {
    Map<String, StoredFinding> known = known(Tenants.of(caller), input.findingArns());
    return new BatchGetFindingDetailsResponse(
        input.findingArns().stream()
            .filter(arn -> !known.containsKey(arn))
            .map(
                arn ->
                    new FindingDetailsError(
                        FindingDetailsErrorCode.FINDING_DETAILS_NOT_FOUND,
                        "There is no such finding in this region, of this account or of a member.",
                        arn))
            .toList(),
        input.findingArns().stream()
            .flatMap(arn -> Optional.ofNullable(known.get(arn)).stream())
            .map(DetailMapping::detail)
            .toList());
  }

  /// Those findings that the caller sees, by their ARNs.
  private Map<String, StoredFinding> known(Tenant tenant, List<String> arns) {
    Map<String, List<FindingId>> asked =
        arns.stream()
            .filter(arn -> FindingId.ofArn(arn).isPresent())
            .collect(
                Collectors.groupingBy(
                    arn -> arn.split(":", -1)[ACCOUNT_PART],
                    Collectors.mapping(
                        arn -> FindingId.ofArn(arn).orElseThrow(), Collectors.toList())));
    return transactions.read(
        reading -> {
          Map<String, StoredFinding> known = new HashMap<>();
          for (AccountId account : visibility.accounts(reading, tenant)) {
            List<FindingId> ids = asked.getOrDefault(account.value(), List.of());
            if (!ids.isEmpty()) {
              findings
                  .find(reading, new Tenant(account, tenant.region()), ids)
                  .forEach(finding -> known.put(finding.arn(), finding));
            }
          }
          return known;
        });
  }

  /// No kind of finding here has code to show.
  @Override
  public BatchGetCodeSnippetResponse batchGetCodeSnippet(
      Caller caller, BatchGetCodeSnippetRequest input) {
    return new BatchGetCodeSnippetResponse(
        List.of(),
        input.findingArns().stream()
            .map(
                arn ->
                    new CodeSnippetError(
                        CodeSnippetErrorCode.CODE_SNIPPET_NOT_FOUND,
                        "The finding, if there is one, is not of code.",
                        arn))
            .toList());
  }

  @Override
  public SearchVulnerabilitiesResponse searchVulnerabilities(
      Caller caller, SearchVulnerabilitiesRequest input) {
    AdvisorySource source = advisories.current().source();
    return SearchVulnerabilitiesResponse.builder()
        .vulnerabilities(
            input.filterCriteria().vulnerabilityIds().stream()
                .distinct()
                .flatMap(id -> source.vulnerability(new VulnerabilityId(id)).stream())
                .map(DetailMapping::vulnerability)
                .toList())
        .build();
  }

  @Override
  public ListFindingAggregationsResponse listFindingAggregations(
      Caller caller, ListFindingAggregationsRequest input) {
    return aggregations.list(caller, input);
  }
}
