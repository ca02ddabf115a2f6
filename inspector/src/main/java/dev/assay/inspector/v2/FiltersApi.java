package dev.assay.inspector.v2;

import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.suppression.FilterStore;
import dev.assay.assessment.suppression.FindingFilter;
import dev.assay.assessment.suppression.FindingFilter.Action;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import dev.assay.awsapi.inspector2.BadRequestException;
import dev.assay.awsapi.inspector2.CreateFilterRequest;
import dev.assay.awsapi.inspector2.CreateFilterResponse;
import dev.assay.awsapi.inspector2.DeleteFilterRequest;
import dev.assay.awsapi.inspector2.DeleteFilterResponse;
import dev.assay.awsapi.inspector2.Filter;
import dev.assay.awsapi.inspector2.FilterAction;
import dev.assay.awsapi.inspector2.FiltersOperations;
import dev.assay.awsapi.inspector2.ListFiltersRequest;
import dev.assay.awsapi.inspector2.ListFiltersResponse;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import dev.assay.awsapi.inspector2.UpdateFilterRequest;
import dev.assay.awsapi.inspector2.UpdateFilterResponse;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Filters, and with them suppression: a change to a filter is carried out on all findings at once,
/// in the same transaction.
public final class FiltersApi implements FiltersOperations {
  private static final Pattern ARN =
      Pattern.compile("arn:[^:]+:inspector2:.*/filter/([0-9a-f]{16})");

  private final Transactions transactions;
  private final FilterStore filters;
  private final FindingStore findings;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public FiltersApi(
      Transactions transactions, FilterStore filters, FindingStore findings, InstantSource clock) {
    this.transactions = transactions;
    this.filters = filters;
    this.findings = findings;
    this.clock = clock;
  }

  @Override
  public CreateFilterResponse createFilter(Caller caller, CreateFilterRequest input) {
    Instant now = clock.instant();
    FindingFilter filter =
        new FindingFilter(
            newId(),
            Tenants.of(caller),
            input.name(),
            Action.valueOf(input.action().value()),
            input.description(),
            input.reason(),
            CriteriaMapping.criteria(input.filterCriteria()),
            Optional.ofNullable(input.tags()).orElse(Map.of()),
            now,
            now);
    transactions.change(
        writing -> {
          if (!filters.add(writing, filter)) {
            throw taken(filter.name());
          }
          suppress(writing, filter.tenant(), now);
        });
    return new CreateFilterResponse(filter.arn());
  }

  @Override
  public UpdateFilterResponse updateFilter(Caller caller, UpdateFilterRequest input) {
    Instant now = clock.instant();
    Tenant tenant = Tenants.of(caller);
    transactions.change(
        writing -> {
          FindingFilter known =
              id(input.filterArn())
                  .flatMap(id -> filters.find(writing, tenant, id))
                  .orElseThrow(() -> unknown(input.filterArn()));
          if (!filters.replace(writing, updated(known, input, now))) {
            throw taken(String.valueOf(input.name()));
          }
          suppress(writing, tenant, now);
        });
    return new UpdateFilterResponse(input.filterArn());
  }

  @Override
  public DeleteFilterResponse deleteFilter(Caller caller, DeleteFilterRequest input) {
    Tenant tenant = Tenants.of(caller);
    transactions.change(
        writing -> {
          boolean removed =
              id(input.arn()).map(id -> filters.remove(writing, tenant, id)).orElse(false);
          if (!removed) {
            throw unknown(input.arn());
          }
          suppress(writing, tenant, clock.instant());
        });
    return new DeleteFilterResponse(input.arn());
  }

  @Override
  public ListFiltersResponse listFilters(Caller caller, ListFiltersRequest input) {
    List<FindingFilter> all =
        transactions.read(reading -> filters.all(reading, Tenants.of(caller)));
    List<FindingFilter> asked =
        all.stream()
            .filter(filter -> isAsked(filter, input))
            .sorted(Comparator.comparing(FiltersApi::key))
            .toList();
    KeyedPage<FindingFilter> page =
        KeyedPage.of(
            asked,
            FiltersApi::key,
            Problems.tokens(caller, "ListFilters", input.action(), input.arns()),
            input.nextToken(),
            input.maxResults());
    return ListFiltersResponse.builder()
        .filters(page.items().stream().map(FiltersApi::filter).toList())
        .nextToken(page.next())
        .build();
  }

  /// What a filter is sorted by: the moment it was made at, which it keeps.
  private static String key(FindingFilter filter) {
    return "%020d %s"
        .formatted(ChronoUnit.MICROS.between(Instant.EPOCH, filter.createdAt()), filter.id());
  }

  private static boolean isAsked(FindingFilter filter, ListFiltersRequest input) {
    FilterAction action = input.action();
    List<String> arns = input.arns();
    return (action == null || action.value().equals(filter.action().name()))
        && (arns == null || arns.isEmpty() || arns.contains(filter.arn()));
  }

  private void suppress(Writing writing, Tenant tenant, Instant now) {
    findings.suppress(writing, tenant, now);
  }

  private static FindingFilter updated(
      FindingFilter known, UpdateFilterRequest input, Instant now) {
    FilterAction action = input.action();
    return new FindingFilter(
        known.id(),
        known.tenant(),
        Optional.ofNullable(input.name()).orElse(known.name()),
        action == null ? known.action() : Action.valueOf(action.value()),
        input.description() == null ? known.description() : input.description(),
        input.reason() == null ? known.reason() : input.reason(),
        input.filterCriteria() == null
            ? known.criteria()
            : CriteriaMapping.criteria(input.filterCriteria()),
        known.tags(),
        known.createdAt(),
        now);
  }

  private static Filter filter(FindingFilter filter) {
    return Filter.builder()
        .arn(filter.arn())
        .name(filter.name())
        .action(FilterAction.of(filter.action().name()))
        .description(filter.description())
        .reason(filter.reason())
        .criteria(CriteriaMapping.model(filter.criteria()))
        .ownerId(filter.tenant().account().value())
        .tags(filter.tags())
        .createdAt(filter.createdAt())
        .updatedAt(filter.updatedAt())
        .build();
  }

  private String newId() {
    byte[] id = new byte[8];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  private static Optional<String> id(String arn) {
    Matcher matcher = ARN.matcher(arn);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static BadRequestException taken(String name) {
    return new BadRequestException("There is a filter with the name '" + name + "' already.");
  }

  private static ResourceNotFoundException unknown(String arn) {
    return new ResourceNotFoundException("There is no filter " + arn + " in this account.");
  }
}
