package dev.assay.assessment.classic.run;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.evaluation.RulesEngine;
import dev.assay.assessment.classic.evaluation.RulesEngines;
import dev.assay.assessment.classic.evaluation.Selection;
import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.exclusion.ExclusionStore;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.template.AssessmentTemplate;
import dev.assay.assessment.classic.template.TemplateStore;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.WorkQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Makes previews: what a run of the template would leave out if it began now. The same code
/// excludes in a run.
public final class PreviewWork {
  private final Transactions transactions;
  private final ExclusionStore store;
  private final TemplateStore templates;
  private final RunHosts hosts;
  private final RulesEngines engines;
  private final WorkQueue work;

  public PreviewWork(
      Transactions transactions,
      ExclusionStore store,
      TemplateStore templates,
      RunHosts hosts,
      RulesEngines engines,
      WorkQueue work) {
    this.transactions = transactions;
    this.store = store;
    this.templates = templates;
    this.hosts = hosts;
    this.engines = engines;
    this.work = work;
  }

  public void make(Lease lease) {
    String template = lease.work().payload();
    UUID preview = UUID.fromString(lease.work().key());
    transactions.change(
        writing -> {
          work.complete(writing, lease);
          AssessmentTemplate known = templates.find(writing, List.of(template)).get(template);
          if (known != null) {
            store.complete(writing, preview, exclusions(writing, known));
          }
        });
  }

  private List<Exclusion> exclusions(Reading reading, AssessmentTemplate template) {
    ClassicArn target = template.arn().parent();
    Selection selection = hosts.selection(reading, target, template.rulesPackages());
    List<RulesEngine> rules = engines.of(template.rulesPackages());
    List<Exclusion> exclusions = new ArrayList<>(selection.exclusions());
    rules.forEach(engine -> exclusions.addAll(engine.exclusions(target.owner().region())));
    for (AssessedHost host : selection.hosts()) {
      if (!selection.left().contains(host.id())) {
        rules.forEach(engine -> exclusions.addAll(engine.exclusions(reading, host)));
      }
    }
    return exclusions;
  }
}
