package dev.assay.assessment.classic.target;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicArn.Kind;
import dev.assay.assessment.classic.ClassicId;
import dev.assay.assessment.classic.ClassicLimits;
import dev.assay.assessment.classic.ClassicRefusal.Entity;
import dev.assay.assessment.classic.ClassicRefusal.InvalidInput;
import dev.assay.assessment.classic.ClassicRefusal.LimitExceeded;
import dev.assay.assessment.classic.ClassicRefusal.Limited;
import dev.assay.assessment.classic.ClassicRefusal.NoSuchEntity;
import dev.assay.assessment.classic.ClassicRefusal.RunInProgress;
import dev.assay.assessment.classic.Described;
import dev.assay.assessment.classic.Invalid;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.NamePattern;
import dev.assay.assessment.classic.OwnArn;
import dev.assay.assessment.classic.TenantTurn;
import dev.assay.assessment.classic.run.RunsInProgress;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What may be done with resource groups and assessment targets.
public final class Targets {
  private static final int LARGEST_PAGE = 100;

  private final Transactions transactions;
  private final TenantTurn turn;
  private final TargetStore store;
  private final RunsInProgress runs;
  private final ClassicLimits limits;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Targets(
      Transactions transactions,
      TenantTurn turn,
      TargetStore store,
      RunsInProgress runs,
      ClassicLimits limits,
      InstantSource clock,
      RandomGenerator random) {
    this.transactions = transactions;
    this.turn = turn;
    this.store = store;
    this.runs = runs;
    this.limits = limits;
    this.clock = clock;
    this.random = random;
  }

  public ResourceGroup createGroup(Tenant tenant, List<Attribute> tags) {
    ResourceGroup group =
        new ResourceGroup(
            ClassicArn.of(tenant, Kind.RESOURCE_GROUP, ClassicId.random(random)),
            tags,
            clock.instant());
    transactions.change(
        writing -> {
          turn.take(writing, tenant);
          if (store.countGroups(writing, tenant) >= limits.resourceGroups()) {
            throw new LimitExceeded(Limited.RESOURCE_GROUPS, limits.resourceGroups());
          }
          store.add(writing, group);
        });
    return group;
  }

  public Described<ResourceGroup> describeGroups(Tenant tenant, List<String> arns) {
    return transactions.read(
        reading ->
            Described.of(
                tenant, Kind.RESOURCE_GROUP, arns, wanted -> store.groups(reading, wanted)));
  }

  /// Makes a target.
  ///
  /// @param group null for every host of the tenant
  public AssessmentTarget create(Tenant tenant, String name, @Nullable String group) {
    requireName(name);
    ClassicArn arn = ClassicArn.of(tenant, Kind.TARGET, ClassicId.random(random));
    Instant now = clock.instant();
    return transactions.write(
        writing -> {
          turn.take(writing, tenant);
          AssessmentTarget target =
              new AssessmentTarget(arn, name, group(writing, tenant, group), now, now);
          requireFree(writing, target);
          if (store.countTargets(writing, tenant) >= limits.targets()) {
            throw new LimitExceeded(Limited.TARGETS, limits.targets());
          }
          store.add(writing, target);
          return target;
        });
  }

  /// Gives the target another name, another group, or both.
  ///
  /// @param group null for every host of the tenant, whatever the target selected before
  public void update(Tenant tenant, String target, String name, @Nullable String group) {
    requireName(name);
    ClassicArn arn = OwnArn.own(tenant, Kind.TARGET, target);
    transactions.change(
        writing -> {
          turn.take(writing, tenant);
          AssessmentTarget before = require(writing, arn);
          AssessmentTarget after =
              new AssessmentTarget(
                  arn, name, group(writing, tenant, group), before.createdAt(), clock.instant());
          requireFree(writing, after);
          store.update(writing, after);
        });
  }

  /// Deletes it with its templates, their runs and what those found.
  public void delete(Tenant tenant, String target) {
    ClassicArn arn = OwnArn.own(tenant, Kind.TARGET, target);
    transactions.change(
        writing -> {
          turn.take(writing, tenant);
          require(writing, arn);
          List<String> unfinished = runs.within(writing, arn);
          if (!unfinished.isEmpty()) {
            throw new RunInProgress(unfinished);
          }
          store.delete(writing, arn);
        });
  }

  public Described<AssessmentTarget> describe(Tenant tenant, List<String> arns) {
    return transactions.read(
        reading ->
            Described.of(tenant, Kind.TARGET, arns, wanted -> store.targets(reading, wanted)));
  }

  /// The ARNs of the targets.
  ///
  /// @param pattern null for all
  public Page<String> list(
      Tenant tenant,
      @Nullable NamePattern pattern,
      @Nullable Integer maxResults,
      @Nullable String token) {
    Listing listing = Listing.of(tenant + " targets " + pattern, maxResults, token, LARGEST_PAGE);
    return transactions.read(
        reading ->
            listing.page(most -> store.list(reading, tenant, pattern, listing.after(), most)));
  }

  private AssessmentTarget require(Reading reading, ClassicArn arn) {
    AssessmentTarget target = store.targets(reading, List.of(arn.toString())).get(arn.toString());
    if (target == null) {
      throw new NoSuchEntity(Entity.TARGET, arn.toString());
    }
    return target;
  }

  private @Nullable ClassicArn group(Reading reading, Tenant tenant, @Nullable String group) {
    if (group == null) {
      return null;
    }
    ClassicArn arn = OwnArn.own(tenant, Kind.RESOURCE_GROUP, group);
    if (store.groups(reading, List.of(group)).isEmpty()) {
      throw new NoSuchEntity(Entity.RESOURCE_GROUP, group);
    }
    return arn;
  }

  private void requireFree(Writing writing, AssessmentTarget target) {
    store
        .named(writing, target.arn().owner(), target.name())
        .filter(other -> !other.arn().equals(target.arn()))
        .ifPresent(
            _ -> {
              throw new InvalidInput(
                  Invalid.ASSESSMENT_TARGET_NAME_ALREADY_TAKEN,
                  "Another assessment target is called '" + target.name() + "'");
            });
  }

  private static void requireName(String name) {
    if (name.isBlank()) {
      throw new InvalidInput(
          Invalid.INVALID_ASSESSMENT_TARGET_NAME, "An assessment target needs a name");
    }
  }
}
