package dev.assay.inspector.v2;

import dev.assay.assessment.coverage.Coverage;
import dev.assay.assessment.coverage.CoverageQuery;
import dev.assay.assessment.coverage.CoverageStore;
import dev.assay.assessment.query.InvalidPageTokenException;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.Counts;
import dev.assay.awsapi.inspector2.CoverageFilterCriteria;
import dev.assay.awsapi.inspector2.CoverageOperations;
import dev.assay.awsapi.inspector2.GetClustersForImageRequest;
import dev.assay.awsapi.inspector2.GetClustersForImageResponse;
import dev.assay.awsapi.inspector2.GroupKey;
import dev.assay.awsapi.inspector2.ListCoverageRequest;
import dev.assay.awsapi.inspector2.ListCoverageResponse;
import dev.assay.awsapi.inspector2.ListCoverageStatisticsRequest;
import dev.assay.awsapi.inspector2.ListCoverageStatisticsResponse;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.ListTokens;
import dev.assay.inspector.Tenants;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What of each resource is assessed, and why not where it is not.
public final class CoverageApi implements CoverageOperations {
  private static final int PAGE = 100;

  private final Transactions transactions;
  private final CoverageStore coverage;
  private final Visibility visibility;

  public CoverageApi(Transactions transactions, CoverageStore coverage, Visibility visibility) {
    this.transactions = transactions;
    this.coverage = coverage;
    this.visibility = visibility;
  }

  @Override
  public ListCoverageResponse listCoverage(Caller caller, ListCoverageRequest input) {
    ListTokens tokens = Problems.tokens(caller, "ListCoverage", input.filterCriteria());
    PageRequest request =
        new PageRequest(
            Optional.ofNullable(input.maxResults()).orElse(PAGE),
            tokens.position(input.nextToken()));
    try {
      Page<Coverage> page =
          transactions.read(
              reading ->
                  coverage.list(reading, query(reading, caller, input.filterCriteria()), request));
      return ListCoverageResponse.builder()
          .coveredResources(page.items().stream().map(CoverageMapping::covered).toList())
          .nextToken(tokens.token(page.next()))
          .build();
    } catch (InvalidPageTokenException invalid) {
      throw Problems.invalidToken();
    }
  }

  /// One page holds them all: a facet has few values.
  @Override
  public ListCoverageStatisticsResponse listCoverageStatistics(
      Caller caller, ListCoverageStatisticsRequest input) {
    GroupKey groupBy = input.groupBy();
    return transactions.read(
        reading -> {
          CoverageQuery query = query(reading, caller, input.filterCriteria());
          List<Counts> counts =
              groupBy == null
                  ? List.of()
                  : coverage
                      .counts(reading, query, CoverageMapping.facet(groupBy))
                      .entrySet()
                      .stream()
                      .map(group -> new Counts(group.getValue(), GroupKey.of(group.getKey())))
                      .toList();
          return ListCoverageStatisticsResponse.builder()
              .countsByGroup(counts)
              .totalCounts(coverage.count(reading, query))
              .build();
        });
  }

  /// No resource here tells which clusters an image runs in, so that there are none to name.
  @Override
  public GetClustersForImageResponse getClustersForImage(
      Caller caller, GetClustersForImageRequest input) {
    Problems.tokens(caller, "GetClustersForImage", input.filter()).position(input.nextToken());
    return GetClustersForImageResponse.builder().cluster(List.of()).build();
  }

  private CoverageQuery query(
      Reading reading, Caller caller, @Nullable CoverageFilterCriteria criteria) {
    Tenant tenant = Tenants.of(caller);
    return CoverageMapping.query(visibility.accounts(reading, tenant), tenant.region(), criteria);
  }
}
