package dev.assay.assessment.classic.evaluation;

import dev.assay.assessment.classic.rulespackage.RulesPackage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which engine judges by which rules package; those without one are said to be unavailable.
public final class RulesEngines {
  private final Map<RulesPackage, RulesEngine> engines = new EnumMap<>(RulesPackage.class);

  public RulesEngines(List<RulesEngine> available) {
    for (RulesPackage rules : RulesPackage.values()) {
      engines.put(rules, new UnavailableEngine(rules));
    }
    available.forEach(engine -> engines.put(engine.rulesPackage(), engine));
  }

  public List<RulesEngine> of(List<RulesPackage> rules) {
    return rules.stream().map(this::of).toList();
  }

  private RulesEngine of(RulesPackage rules) {
    RulesEngine engine = engines.get(rules);
    if (engine == null) {
      throw new IllegalStateException("Every rules package has an engine: " + rules);
    }
    return engine;
  }
}
