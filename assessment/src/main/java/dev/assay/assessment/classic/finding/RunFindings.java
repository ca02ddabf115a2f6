package dev.assay.assessment.classic.finding;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn.Kind;
import dev.assay.assessment.classic.ClassicRefusal.Entity;
import dev.assay.assessment.classic.ClassicRefusal.NoSuchEntity;
import dev.assay.assessment.classic.Described;
import dev.assay.assessment.classic.Described.Failure;
import dev.assay.assessment.classic.Invalid;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.OwnArn;
import dev.assay.assessment.classic.run.RunStore;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What may be done with the findings of ended runs.
public final class RunFindings {
  private static final int LARGEST_PAGE = 100;

  private final Transactions transactions;
  private final RunFindingStore store;
  private final RunStore runs;
  private final InstantSource clock;

  public RunFindings(
      Transactions transactions, RunFindingStore store, RunStore runs, InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.runs = runs;
    this.clock = clock;
  }

  public Described<RunFinding> describe(Tenant tenant, List<String> arns) {
    return transactions.read(reading -> find(reading, tenant, arns));
  }

  private Described<RunFinding> find(Reading reading, Tenant tenant, List<String> arns) {
    return Described.of(tenant, Kind.FINDING, arns, wanted -> store.find(reading, wanted));
  }

  public Page<String> list(
      Tenant tenant,
      RunFindingFilter filter,
      @Nullable Integer maxResults,
      @Nullable String token) {
    filter.created().checked(Invalid.INVALID_ATTRIBUTE);
    filter.runs().forEach(run -> OwnArn.own(tenant, Kind.RUN, run));
    Listing listing = Listing.of(tenant + " findings " + filter, maxResults, token, LARGEST_PAGE);
    return transactions.read(
        reading -> {
          Map<String, ?> known = runs.find(reading, filter.runs());
          filter.runs().stream()
              .filter(run -> !known.containsKey(run))
              .forEach(
                  run -> {
                    throw new NoSuchEntity(Entity.RUN, run);
                  });
          return listing.page(most -> store.list(reading, tenant, filter, listing.after(), most));
        });
  }

  /// Gives findings attributes; one of a key that a finding has takes its place.
  ///
  /// @return why findings did not get them
  public Map<String, Failure> addAttributes(
      Tenant tenant, List<String> arns, List<Attribute> attributes) {
    Map<String, @Nullable String> added =
        Attribute.byKey(attributes, Invalid.INVALID_USER_ATTRIBUTE_KEY);
    return change(
        tenant,
        arns,
        before -> {
          Map<String, @Nullable String> all = new LinkedHashMap<>(before);
          all.putAll(added);
          return all;
        });
  }

  /// Takes attributes away; keys that a finding does not have are no error.
  ///
  /// @return why findings still have them
  public Map<String, Failure> removeAttributes(
      Tenant tenant, List<String> arns, List<String> keys) {
    return change(
        tenant,
        arns,
        before -> {
          Map<String, @Nullable String> rest = new LinkedHashMap<>(before);
          keys.forEach(rest::remove);
          return rest;
        });
  }

  private Map<String, Failure> change(
      Tenant tenant, List<String> arns, UnaryOperator<Map<String, @Nullable String>> change) {
    Instant now = clock.instant();
    return transactions.write(
        writing -> {
          Described<RunFinding> found = find(writing, tenant, arns);
          Map<String, Failure> failed = new HashMap<>(found.failed());
          for (RunFinding finding : found.items()) {
            Map<String, @Nullable String> before =
                Attribute.byKey(finding.userAttributes(), Invalid.INVALID_USER_ATTRIBUTE_KEY);
            Map<String, @Nullable String> after = change.apply(before);
            if (after.size() > RunFinding.MOST_USER_ATTRIBUTES) {
              failed.put(finding.arn().toString(), Failure.LIMIT_EXCEEDED);
            } else if (!after.equals(before)) {
              store.update(writing, finding.arn(), attributes(after), now);
            }
          }
          return failed;
        });
  }

  private static List<Attribute> attributes(Map<String, @Nullable String> byKey) {
    List<Attribute> attributes = new ArrayList<>();
    byKey.forEach((key, value) -> attributes.add(new Attribute(key, value)));
    return attributes;
  }
}
