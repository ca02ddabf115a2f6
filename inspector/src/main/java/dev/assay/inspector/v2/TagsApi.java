package dev.assay.inspector.v2;

import dev.assay.assessment.cis.CisConfiguration;
import dev.assay.assessment.cis.CisConfigurationStore;
import dev.assay.assessment.suppression.FilterStore;
import dev.assay.assessment.suppression.FindingFilter;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.ListTagsForResourceRequest;
import dev.assay.awsapi.inspector2.ListTagsForResourceResponse;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import dev.assay.awsapi.inspector2.TagResourceRequest;
import dev.assay.awsapi.inspector2.TagResourceResponse;
import dev.assay.awsapi.inspector2.TagsOperations;
import dev.assay.awsapi.inspector2.UntagResourceRequest;
import dev.assay.awsapi.inspector2.UntagResourceResponse;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The tags of what a tenant made: of filters and of configurations of benchmark scans.
public final class TagsApi implements TagsOperations {
  private final Transactions transactions;
  private final FilterStore filters;
  private final CisConfigurationStore configurations;
  private final InstantSource clock;

  public TagsApi(
      Transactions transactions,
      FilterStore filters,
      CisConfigurationStore configurations,
      InstantSource clock) {
    this.transactions = transactions;
    this.filters = filters;
    this.configurations = configurations;
    this.clock = clock;
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(
      Caller caller, ListTagsForResourceRequest input) {
    return new ListTagsForResourceResponse(
        transactions.read(reading -> find(reading, caller, input.resourceArn()).tags()));
  }

  @Override
  public TagResourceResponse tagResource(Caller caller, TagResourceRequest input) {
    change(caller, input.resourceArn(), tags -> tags.putAll(input.tags()));
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(Caller caller, UntagResourceRequest input) {
    change(caller, input.resourceArn(), tags -> input.tagKeys().forEach(tags::remove));
    return UntagResourceResponse.builder().build();
  }

  private void change(Caller caller, String arn, Consumer<Map<String, String>> change) {
    transactions.change(
        writing -> {
          Tagged known = find(writing, caller, arn);
          Map<String, String> tags = new HashMap<>(known.tags());
          change.accept(tags);
          TagLimit.check(tags);
          switch (known) {
            case Tagged.Filter(FindingFilter filter) ->
                filters.replace(writing, tagged(filter, tags));
            case Tagged.Configuration(CisConfiguration configuration) ->
                configurations.replace(writing, configuration.tagged(tags));
          }
        });
  }

  /// What has tags.
  private sealed interface Tagged {
    Map<String, String> tags();

    record Filter(FindingFilter filter) implements Tagged {
      @Override
      public Map<String, String> tags() {
        return filter.tags();
      }
    }

    record Configuration(CisConfiguration configuration) implements Tagged {
      @Override
      public Map<String, String> tags() {
        return configuration.tags();
      }
    }
  }

  private Tagged find(Reading reading, Caller caller, String arn) {
    Tenant tenant = Tenants.of(caller);
    Optional<Tagged> filter =
        filters
            .find(reading, tenant, arn.substring(arn.lastIndexOf('/') + 1))
            .filter(known -> known.arn().equals(arn))
            .map(Tagged.Filter::new);
    return filter
        .or(
            () ->
                configurations
                    .find(reading, arn)
                    .filter(known -> known.tenant().equals(tenant))
                    .map(Tagged.Configuration::new))
        .orElseThrow(
            () ->
                new ResourceNotFoundException(
                    "There is nothing that has tags at " + arn + " in this account."));
  }

  private FindingFilter tagged(FindingFilter known, Map<String, String> tags) {
    return new FindingFilter(
        known.id(),
        known.tenant(),
        known.name(),
        known.action(),
        known.description(),
        known.reason(),
        known.criteria(),
        tags,
        known.createdAt(),
        clock.instant());
  }
}
