package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicArn.Kind;
import dev.assay.assessment.classic.ClassicRefusal.Entity;
import dev.assay.assessment.classic.ClassicRefusal.NoSuchEntity;
import dev.assay.assessment.classic.Described;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.classic.OwnArn;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.finding.RunFindingStore;
import dev.assay.assessment.classic.host.AgentHealth;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.subscription.Notification;
import dev.assay.assessment.classic.subscription.SubscriptionStore;
import dev.assay.assessment.classic.target.TargetStore;
import dev.assay.assessment.classic.template.TemplateStore;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What may be asked of runs and of those who take part in them.
public final class RunQueries {
  private static final int LARGEST_PAGE = 100;
  private static final int LARGEST_PAGE_OF_AGENTS = 500;
  private static final int MOST_NOTIFICATIONS = 50;

  private final Transactions transactions;
  private final RunStore store;
  private final RunFindingStore findings;
  private final SubscriptionStore subscriptions;
  private final TemplateStore templates;
  private final TargetStore targets;
  private final RunHosts hosts;

  public RunQueries(
      Transactions transactions,
      RunStore store,
      RunFindingStore findings,
      SubscriptionStore subscriptions,
      TemplateStore templates,
      TargetStore targets,
      RunHosts hosts) {
    this.transactions = transactions;
    this.store = store;
    this.findings = findings;
    this.subscriptions = subscriptions;
    this.templates = templates;
    this.targets = targets;
    this.hosts = hosts;
  }

  public Described<DescribedRun> describe(Tenant tenant, List<String> arns) {
    return transactions.read(
        reading -> Described.of(tenant, Kind.RUN, arns, wanted -> described(reading, wanted)));
  }

  private Map<String, DescribedRun> described(Reading reading, Set<String> wanted) {
    Map<String, AssessmentRun> runs = store.find(reading, wanted);
    Map<String, List<StateChange>> history = store.history(reading, wanted);
    Map<String, Map<ClassicSeverity, Long>> counts = findings.counts(reading, wanted);
    Map<String, List<Notification.Delivered>> notifications =
        subscriptions.notifications(reading, wanted, MOST_NOTIFICATIONS);
    Map<String, DescribedRun> described = new LinkedHashMap<>();
    runs.forEach(
        (arn, run) ->
            described.put(
                arn,
                new DescribedRun(
                    run,
                    history.getOrDefault(arn, List.of()),
                    notifications.getOrDefault(arn, List.of()),
                    withZeros(counts.getOrDefault(arn, Map.of())))));
    return described;
  }

  private static Map<ClassicSeverity, Long> withZeros(Map<ClassicSeverity, Long> counts) {
    Map<ClassicSeverity, Long> all = new EnumMap<>(ClassicSeverity.class);
    for (ClassicSeverity severity : ClassicSeverity.values()) {
      all.put(severity, counts.getOrDefault(severity, 0L));
    }
    return all;
  }

  public Page<String> list(
      Tenant tenant, RunFilter filter, @Nullable Integer maxResults, @Nullable String token) {
    filter.checked();
    filter.templates().forEach(template -> OwnArn.own(tenant, Kind.TEMPLATE, template));
    Listing listing = Listing.of(tenant + " runs " + filter, maxResults, token, LARGEST_PAGE);
    return transactions.read(
        reading -> {
          Map<String, ?> known = templates.find(reading, filter.templates());
          for (String template : filter.templates()) {
            if (!known.containsKey(template)) {
              throw new NoSuchEntity(Entity.TEMPLATE, template);
            }
          }
          return listing.page(most -> store.list(reading, tenant, filter, listing.after(), most));
        });
  }

  /// The hosts that take part in a run.
  ///
  /// @param healths hosts of other healths are left out
  public Page<RunAgent> agents(
      Tenant tenant,
      String run,
      Set<AgentHealth> healths,
      @Nullable Integer maxResults,
      @Nullable String token) {
    ClassicArn arn = OwnArn.own(tenant, Kind.RUN, run);
    Listing listing =
        Listing.of(
            run + " agents " + Stream.of(AgentHealth.values()).filter(healths::contains).toList(),
            maxResults,
            token,
            LARGEST_PAGE_OF_AGENTS);
    return transactions.read(
        reading -> {
          require(reading, arn);
          return listing.page(most -> store.agents(reading, arn, healths, listing.after(), most));
        });
  }

  public List<RunAgent.Telemetry> telemetry(Tenant tenant, String run) {
    ClassicArn arn = OwnArn.own(tenant, Kind.RUN, run);
    return transactions.read(
        reading -> {
          require(reading, arn);
          return store.telemetry(reading, arn);
        });
  }

  /// The hosts that a run of the target would select now. They are numbered by the store, so pages
  /// go by those numbers.
  public Page<AssessedHost> preview(
      Tenant tenant, String target, @Nullable Integer maxResults, @Nullable String token) {
    ClassicArn arn = OwnArn.own(tenant, Kind.TARGET, target);
    Listing listing = Listing.of(target + " preview", maxResults, token, LARGEST_PAGE);
    return transactions.read(
        reading -> {
          if (targets.targets(reading, List.of(target)).isEmpty()) {
            throw new NoSuchEntity(Entity.TARGET, target);
          }
          return listing.page(
              most ->
                  hosts.ofTarget(reading, arn).stream()
                      .map(host -> new Listing.Row<>(host.resource().number(), host))
                      .filter(row -> row.number() > listing.after())
                      .sorted(Comparator.comparingLong(Listing.Row::number))
                      .limit(most)
                      .toList());
        });
  }

  private void require(Reading reading, ClassicArn run) {
    if (store.find(reading, List.of(run.toString())).isEmpty()) {
      throw new NoSuchEntity(Entity.RUN, run.toString());
    }
  }
}
