package dev.assay.inspector.v2;

import dev.assay.assessment.suppression.FilterStore;
import dev.assay.assessment.suppression.FindingFilter;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.BadRequestException;
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
import java.util.function.Consumer;

/// The tags of what a tenant made: here of filters.
public final class TagsApi implements TagsOperations {
  private static final int MOST = 50;

  private final Transactions transactions;
  private final FilterStore filters;
  private final InstantSource clock;

  public TagsApi(Transactions transactions, FilterStore filters, InstantSource clock) {
    this.transactions = transactions;
    this.filters = filters;
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
          FindingFilter known = find(writing, caller, arn);
          Map<String, String> tags = new HashMap<>(known.tags());
          change.accept(tags);
          if (tags.size() > MOST) {
            throw new BadRequestException("A resource has at most " + MOST + " tags.");
          }
          filters.replace(writing, tagged(known, tags));
        });
  }

  private FindingFilter find(Reading reading, Caller caller, String arn) {
    Tenant tenant = Tenants.of(caller);
    return filters
        .find(reading, tenant, arn.substring(arn.lastIndexOf('/') + 1))
        .filter(filter -> filter.arn().equals(arn))
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
