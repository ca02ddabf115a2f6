package dev.assay.vulndb;

import dev.assay.model.Ecosystem;
import dev.assay.model.VulnerabilityId;
import java.util.ArrayList;
import java.util.List;

/// Asks a database everything, to see what it says or that it refuses.
final class EveryAnswer {
  private EveryAnswer() {}

  static List<Object> of(VulnerabilityDatabase database, List<VulnerabilityId> ids) {
    List<Object> answers = new ArrayList<>();
    answers.add(database.info());
    for (Ecosystem ecosystem : database.ecosystems()) {
      answers.add(database.repositories(ecosystem));
      answers.add(database.statementCount(ecosystem));
      answers.add(database.life(ecosystem));
      for (String name : database.packageNames(ecosystem)) {
        answers.add(database.statements(ecosystem, name));
        answers.add(database.candidates(ecosystem, name, "4.2-r1"));
      }
    }
    for (VulnerabilityId id : ids) {
      answers.add(database.vulnerability(id));
      answers.add(database.advisories(id));
      answers.add(database.packages(id));
    }
    return answers;
  }
}
