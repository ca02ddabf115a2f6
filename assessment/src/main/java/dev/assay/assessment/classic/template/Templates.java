package dev.assay.assessment.classic.template;

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
import dev.assay.assessment.classic.OwnArn;
import dev.assay.assessment.classic.TenantTurn;
import dev.assay.assessment.classic.run.RunsInProgress;
import dev.assay.assessment.classic.target.TargetStore;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What may be done with assessment templates. A template never changes: its runs say by its name
/// what they did.
public final class Templates {
  private static final int LARGEST_PAGE = 100;

  private final Transactions transactions;
  private final TenantTurn turn;
  private final TemplateStore store;
  private final TargetStore targets;
  private final RunsInProgress runs;
  private final ClassicLimits limits;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Templates(
      Transactions transactions,
      TenantTurn turn,
      TemplateStore store,
      TargetStore targets,
      RunsInProgress runs,
      ClassicLimits limits,
      InstantSource clock,
      RandomGenerator random) {
    this.transactions = transactions;
    this.turn = turn;
    this.store = store;
    this.targets = targets;
    this.runs = runs;
    this.limits = limits;
    this.clock = clock;
    this.random = random;
  }

  public AssessmentTemplate create(Tenant tenant, TemplateDraft draft) {
    ClassicArn target = OwnArn.own(tenant, Kind.TARGET, draft.target());
    AssessmentTemplate template =
        draft.template(target.within(Kind.TEMPLATE, ClassicId.random(random)), clock.instant());
    transactions.change(
        writing -> {
          turn.take(writing, tenant);
          requireTarget(writing, draft.target());
          if (store.isNamed(writing, target, template.name())) {
            throw new InvalidInput(
                Invalid.ASSESSMENT_TEMPLATE_NAME_ALREADY_TAKEN,
                "Another template of the target is called '" + template.name() + "'");
          }
          if (store.count(writing, tenant) >= limits.templates()) {
            throw new LimitExceeded(Limited.TEMPLATES, limits.templates());
          }
          store.add(writing, template);
        });
    return template;
  }

  /// Deletes it with its runs and what they found.
  public void delete(Tenant tenant, String template) {
    ClassicArn arn = OwnArn.own(tenant, Kind.TEMPLATE, template);
    transactions.change(
        writing -> {
          turn.take(writing, tenant);
          require(writing, template);
          List<String> unfinished = runs.within(writing, arn);
          if (!unfinished.isEmpty()) {
            throw new RunInProgress(unfinished);
          }
          store.delete(writing, arn);
        });
  }

  public Described<DescribedTemplate> describe(Tenant tenant, List<String> arns) {
    return transactions.read(
        reading ->
            Described.of(tenant, Kind.TEMPLATE, arns, wanted -> store.describe(reading, wanted)));
  }

  public Page<String> list(
      Tenant tenant, TemplateFilter filter, @Nullable Integer maxResults, @Nullable String token) {
    filter.duration().checked(Invalid.INVALID_ASSESSMENT_TEMPLATE_DURATION_RANGE);
    filter.targets().forEach(target -> OwnArn.own(tenant, Kind.TARGET, target));
    Listing listing = Listing.of(tenant + " templates " + filter, maxResults, token, LARGEST_PAGE);
    return transactions.read(
        reading -> {
          filter.targets().forEach(target -> requireTarget(reading, target));
          return listing.page(most -> store.list(reading, tenant, filter, listing.after(), most));
        });
  }

  private void requireTarget(Reading reading, String target) {
    if (targets.targets(reading, List.of(target)).isEmpty()) {
      throw new NoSuchEntity(Entity.TARGET, target);
    }
  }

  private void require(Reading reading, String template) {
    if (store.find(reading, List.of(template)).isEmpty()) {
      throw new NoSuchEntity(Entity.TEMPLATE, template);
    }
  }
}
