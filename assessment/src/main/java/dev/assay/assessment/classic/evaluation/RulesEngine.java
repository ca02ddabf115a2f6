package dev.assay.assessment.classic.evaluation;

import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.tenant.Region;
import dev.assay.assessment.transaction.Reading;
import java.util.List;

/// Judges hosts by one rules package.
public interface RulesEngine {
  RulesPackage rulesPackage();

  /// What cannot be evaluated on any host.
  List<Exclusion> exclusions(Region region);

  /// What cannot be evaluated on this host, seen without evaluating.
  List<Exclusion> exclusions(Reading transaction, AssessedHost host);

  /// Whether evaluating says anything of this host. If not, no finding may say that nothing was
  /// found.
  boolean judges(Reading transaction, AssessedHost host);

  /// What is wrong with a host that it judges; empty where nothing is.
  List<RuleFinding> findings(Reading transaction, AssessedHost host);

  /// The engine as it judges what was collected in a window; most judge what is known at last.
  default RulesEngine during(Window window) {
    return this;
  }
}
