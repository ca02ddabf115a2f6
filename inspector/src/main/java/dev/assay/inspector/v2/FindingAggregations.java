package dev.assay.inspector.v2;

import dev.assay.assessment.aggregation.Aggregate;
import dev.assay.assessment.aggregation.AggregationQuery;
import dev.assay.assessment.aggregation.AggregationStore;
import dev.assay.assessment.aggregation.Grouping;
import dev.assay.assessment.finding.FindingStatus;
import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.InvalidPageTokenException;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.query.TextFacet;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.ListFindingAggregationsRequest;
import dev.assay.awsapi.inspector2.ListFindingAggregationsResponse;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.ListTokens;
import dev.assay.inspector.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Active findings summed up. What a filter suppresses and what is closed is not counted.
final class FindingAggregations {
  private static final int PAGE = 100;

  private final Transactions transactions;
  private final AggregationStore sums;
  private final Visibility visibility;

  FindingAggregations(Transactions transactions, AggregationStore sums, Visibility visibility) {
    this.transactions = transactions;
    this.sums = sums;
    this.visibility = visibility;
  }

  ListFindingAggregationsResponse list(Caller caller, ListFindingAggregationsRequest input) {
    AggregationsAsked asked =
        AggregationsAsked.of(input.aggregationType(), input.aggregationRequest());
    ListTokens tokens =
        Problems.tokens(
            caller,
            "ListFindingAggregations",
            input.aggregationType(),
            input.accountIds(),
            input.aggregationRequest());
    PageRequest request =
        new PageRequest(
            Optional.ofNullable(input.maxResults()).orElse(PAGE),
            tokens.position(input.nextToken()));
    List<Criterion> criteria =
        Stream.concat(
                asked.criteria().stream(),
                new AskedCriteria()
                        .texts(TextFacet.ACCOUNT, input.accountIds())
                        .equal(TextFacet.STATUS, FindingStatus.ACTIVE.name())
                        .list()
                        .stream())
            .toList();
    Page<Aggregate> page =
        asked
            .grouping()
            .map(grouping -> page(Tenants.of(caller), grouping, asked, criteria, request))
            .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
    return ListFindingAggregationsResponse.builder()
        .aggregationType(input.aggregationType())
        .responses(
            page.items().stream()
                .map(sum -> AggregationMapping.response(input.aggregationType(), sum))
                .toList())
        .nextToken(tokens.token(page.next()))
        .build();
  }

  private Page<Aggregate> page(
      Tenant tenant,
      Grouping grouping,
      AggregationsAsked asked,
      List<Criterion> criteria,
      PageRequest request) {
    try {
      return transactions.read(
          reading ->
              sums.list(
                  reading,
                  new AggregationQuery(
                      visibility.accounts(reading, tenant),
                      tenant.region(),
                      grouping,
                      asked.names(),
                      criteria,
                      asked.order()),
                  request));
    } catch (InvalidPageTokenException invalid) {
      throw Problems.invalidToken();
    }
  }
}
