package dev.assay.assessment.classic.evaluation;

import dev.assay.assessment.classic.exclusion.Exclusion;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.transaction.Reading;
import java.util.ArrayList;
import java.util.List;

/// What rules packages say of some hosts. Of every host and every rules package there is at least a
/// finding or an exclusion: nothing is passed over in silence.
///
/// @param exclusions of single hosts
public record Evaluation(List<HostFinding> findings, List<Exclusion> exclusions) {
  public Evaluation {
    findings = List.copyOf(findings);
    exclusions = List.copyOf(exclusions);
  }

  public static Evaluation of(
      Reading transaction, List<RulesEngine> engines, List<AssessedHost> hosts) {
    List<HostFinding> findings = new ArrayList<>();
    List<Exclusion> exclusions = new ArrayList<>();
    for (AssessedHost host : hosts) {
      for (RulesEngine engine : engines) {
        exclusions.addAll(engine.exclusions(transaction, host));
        if (engine.judges(transaction, host)) {
          List<RuleFinding> found = engine.findings(transaction, host);
          (found.isEmpty() ? List.of(RuleFinding.nothing()) : found)
              .forEach(
                  finding -> findings.add(new HostFinding(host, engine.rulesPackage(), finding)));
        }
      }
    }
    return new Evaluation(findings, exclusions);
  }
}
