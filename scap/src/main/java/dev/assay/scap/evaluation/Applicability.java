package dev.assay.scap.evaluation;

import dev.assay.scap.oval.Truth;
import dev.assay.scap.xccdf.CpeDictionary;
import dev.assay.scap.xccdf.LogicalTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether platforms are there. What cannot be decided is not there, as in OpenSCAP.
final class Applicability {
  private final Map<String, LogicalTest> tests;
  private final CpeDictionary dictionary;
  private final OvalSessions sessions;
  private final Map<String, Boolean> known = new HashMap<>();

  Applicability(Map<String, LogicalTest> tests, CpeDictionary dictionary, OvalSessions sessions) {
    this.tests = tests;
    this.dictionary = dictionary;
    this.sessions = sessions;
  }

  /// Whether one of the platforms is there; no platform means any host.
  boolean any(List<String> platforms) {
    return platforms.isEmpty() || platforms.stream().anyMatch(this::isThere);
  }

  private boolean isThere(String platform) {
    Boolean answer = known.get(platform);
    if (answer == null) {
      answer = decide(platform) == Truth.TRUE;
      known.put(platform, answer);
    }
    return answer;
  }

  private Truth decide(String platform) {
    if (platform.startsWith("#")) {
      LogicalTest test = tests.get(platform.substring(1));
      return test == null ? Truth.FALSE : judge(test);
    }
    return product(platform);
  }

  private Truth judge(LogicalTest test) {
    return switch (test) {
      case LogicalTest.Combined combined -> {
        List<Truth> parts = combined.parts().stream().map(this::judge).toList();
        var operator =
            combined.and()
                ? dev.assay.scap.oval.LogicalOperator.AND
                : dev.assay.scap.oval.LogicalOperator.OR;
        yield operator.combine(parts).negatedIf(combined.negate());
      }
      case LogicalTest.Fact(String cpe) -> product(cpe);
      case LogicalTest.CheckFact(String href, String id) -> definition(href, id);
    };
  }

  private Truth product(String cpe) {
    for (CpeDictionary.Product product : dictionary.products()) {
      if (product.isMeantBy(cpe)
          && definition(product.href(), product.definition()) == Truth.TRUE) {
        return Truth.TRUE;
      }
    }
    return Truth.FALSE;
  }

  private Truth definition(String href, String id) {
    return sessions
        .definition(href, id, Map.of())
        .map(result -> result.truth())
        .orElse(Truth.ERROR);
  }
}
