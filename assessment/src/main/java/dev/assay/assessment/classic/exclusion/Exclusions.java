package dev.assay.assessment.classic.exclusion;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicArn.Kind;
import dev.assay.assessment.classic.ClassicRefusal.Entity;
import dev.assay.assessment.classic.ClassicRefusal.NoSuchEntity;
import dev.assay.assessment.classic.ClassicRefusal.PreviewInProgress;
import dev.assay.assessment.classic.Described;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.OwnArn;
import dev.assay.assessment.classic.run.RunStore;
import dev.assay.assessment.classic.template.TemplateStore;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.Work;
import dev.assay.assessment.work.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What may be asked of the exclusions of runs, and of those that a run would have.
public final class Exclusions {
  /// Previews are made as leased work, like runs.
  public static final QueueName QUEUE = new QueueName("classic-preview");

  /// A preview that takes longer was given up; another may be asked for.
  static final Duration LONGEST = Duration.ofMinutes(10);

  private static final int LARGEST_PAGE = 100;

  private final Transactions transactions;
  private final ExclusionStore store;
  private final TemplateStore templates;
  private final RunStore runs;
  private final WorkQueue work;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Exclusions(
      Transactions transactions,
      ExclusionStore store,
      TemplateStore templates,
      RunStore runs,
      WorkQueue work,
      InstantSource clock,
      RandomGenerator random) {
    this.transactions = transactions;
    this.store = store;
    this.templates = templates;
    this.runs = runs;
    this.work = work;
    this.clock = clock;
    this.random = random;
  }

  public Described<RecordedExclusion> describe(Tenant tenant, List<String> arns) {
    return transactions.read(
        reading ->
            Described.of(tenant, Kind.EXCLUSION, arns, wanted -> store.find(reading, wanted)));
  }

  /// None until the run has ended.
  public Page<String> list(
      Tenant tenant, String run, @Nullable Integer maxResults, @Nullable String token) {
    ClassicArn arn = OwnArn.own(tenant, Kind.RUN, run);
    Listing listing = Listing.of(run + " exclusions", maxResults, token, LARGEST_PAGE);
    return transactions.read(
        reading -> {
          if (runs.find(reading, List.of(run)).isEmpty()) {
            throw new NoSuchEntity(Entity.RUN, run);
          }
          return listing.page(most -> store.list(reading, arn, listing.after(), most));
        });
  }

  /// Asks for a preview; one at a time of each template.
  public UUID preview(Tenant tenant, String template) {
    ClassicArn arn = OwnArn.own(tenant, Kind.TEMPLATE, template);
    UUID preview = new UUID(random.nextLong(), random.nextLong());
    Instant now = clock.instant();
    transactions.change(
        writing -> {
          require(writing, template);
          if (store.isBeingMade(writing, arn, now.minus(LONGEST))) {
            throw new PreviewInProgress(template);
          }
          store.begin(writing, arn, preview, now);
          work.enqueue(writing, new Work(QUEUE, preview.toString(), template, now));
        });
    return preview;
  }

  /// How far a preview is, and what it holds: nothing until it is complete.
  public record Preview(PreviewStatus status, Page<Exclusion> exclusions) {}

  public Preview preview(
      Tenant tenant,
      String template,
      UUID preview,
      @Nullable Integer maxResults,
      @Nullable String token) {
    ClassicArn arn = OwnArn.own(tenant, Kind.TEMPLATE, template);
    Listing listing = Listing.of(template + " preview " + preview, maxResults, token, LARGEST_PAGE);
    return transactions.read(
        reading -> {
          require(reading, template);
          boolean complete =
              store
                  .isComplete(reading, arn, preview)
                  .orElseThrow(
                      () ->
                          new NoSuchEntity(
                              Entity.TEMPLATE, template + " with the preview " + preview));
          return new Preview(
              complete ? PreviewStatus.COMPLETED : PreviewStatus.WORK_IN_PROGRESS,
              listing.page(most -> store.previewed(reading, preview, listing.after(), most)));
        });
  }

  private void require(Reading reading, String template) {
    if (templates.find(reading, List.of(template)).isEmpty()) {
      throw new NoSuchEntity(Entity.TEMPLATE, template);
    }
  }
}
