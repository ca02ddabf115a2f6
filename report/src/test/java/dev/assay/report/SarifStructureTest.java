package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Assessment;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// No artifact carries the SARIF schema, so the clauses of SARIF 2.1.0 that our output touches
/// are checked here by hand, and those that code scanning asks for beside them.
class SarifStructureTest {

  @Test
  void everyRunIsWellFormed() throws IOException {
    for (Assessment assessment :
        List.of(
            Fixtures.debianHost(),
            Fixtures.endedRpmRoot(),
            Fixtures.cleanImage(),
            Fixtures.hostile())) {
      JsonNode log = sarif(GoldenFilesTest.suppressing(), assessment);
      assertThat(log.get("version").stringValue()).isEqualTo("2.1.0");
      assertThat(log.get("runs")).hasSize(1).allSatisfy(SarifStructureTest::assertRun);
    }
  }

  @Test
  void eachTargetIsARun() throws IOException {
    JsonNode log = sarif(View.everything(), Fixtures.endedRpmRoot(), Fixtures.cleanImage());
    assertThat(log.get("runs")).hasSize(2);
    assertThat(log.at("/runs/0/invocations/0/executionSuccessful").booleanValue()).isFalse();
    assertThat(log.at("/runs/1/invocations/0/executionSuccessful").booleanValue()).isTrue();
    assertThat(log.at("/runs/1/results")).isEmpty();
  }

  @Test
  void fingerprintsOutliveAnUpgradeThatDoesNotMend() throws IOException {
    JsonNode first = sarif(View.everything(), Fixtures.debianHost());
    JsonNode again = sarif(GoldenFilesTest.suppressing(), Fixtures.debianHost());
    assertThat(fingerprints(first)).doesNotHaveDuplicates().containsAll(fingerprints(again));
  }

  @Test
  void suppressedFindingsSayWhy() throws IOException {
    JsonNode log = sarif(GoldenFilesTest.suppressing(), Fixtures.debianHost());
    List<String> justifications = new ArrayList<>();
    for (JsonNode result : log.at("/runs/0/results")) {
      for (JsonNode suppression : result.path("suppressions")) {
        assertThat(suppression.get("kind").stringValue()).isEqualTo("external");
        assertThat(suppression.get("status").stringValue()).isEqualTo("accepted");
        justifications.add(suppression.get("justification").stringValue());
      }
    }
    assertThat(justifications)
        .contains("minizip is not built here (until 2027-01-31)", "the tool is not exposed");
  }

  /// §3.14 run, §3.19 toolComponent, §3.20 invocation.
  private static void assertRun(JsonNode run) {
    JsonNode driver = run.at("/tool/driver");
    assertThat(driver.get("name").stringValue()).isEqualTo("Assay");
    Set<String> ids = new HashSet<>();
    List<String> rules = new ArrayList<>();
    for (JsonNode rule : driver.get("rules")) {
      assertRule(rule);
      rules.add(rule.get("id").stringValue());
      assertThat(ids.add(rule.get("id").stringValue())).as("§3.19.23: unique rules").isTrue();
    }
    JsonNode invocation = run.at("/invocations/0");
    assertThat(invocation.get("executionSuccessful").isBoolean()).isTrue();
    for (JsonNode notification : invocation.get("toolExecutionNotifications")) {
      assertThat(notification.at("/message/text").stringValue()).isNotBlank();
      assertThat(notification.get("level").stringValue()).isIn("error", "warning");
    }
    assertThat(run.at("/automationDetails/id").stringValue()).endsWith("/");
    for (JsonNode result : run.get("results")) {
      assertResult(result, rules);
    }
  }

  /// §3.49 reportingDescriptor.
  private static void assertRule(JsonNode rule) {
    assertThat(rule.at("/shortDescription/text").stringValue()).isNotBlank();
    assertThat(rule.at("/fullDescription/text").stringValue()).isNotBlank();
    assertThat(rule.at("/help/text").stringValue()).isNotBlank();
    assertThat(rule.at("/help/markdown").stringValue()).isNotBlank();
    if (rule.has("helpUri")) {
      assertThat(URI.create(rule.get("helpUri").stringValue()).isAbsolute()).isTrue();
    }
    if (rule.at("/properties").has("security-severity")) {
      String score = rule.at("/properties/security-severity").stringValue();
      assertThat(Double.parseDouble(score)).isBetween(0.0, 10.0);
    }
    Set<String> tags = new HashSet<>();
    for (JsonNode tag : rule.at("/properties/tags")) {
      assertThat(tags.add(tag.stringValue())).as("§3.8.2: unique tags").isTrue();
    }
  }

  /// §3.27 result.
  private static void assertResult(JsonNode result, List<String> rules) {
    int index = result.get("ruleIndex").intValue();
    assertThat(rules.get(index)).isEqualTo(result.get("ruleId").stringValue());
    assertThat(result.get("level").stringValue()).isIn("error", "warning", "note");
    assertThat(result.at("/message/text").stringValue()).isNotBlank();
    JsonNode artifact = result.at("/locations/0/physicalLocation/artifactLocation");
    URI uri = URI.create(artifact.get("uri").stringValue());
    assertThat(uri.isAbsolute()).as("§3.4.3: relative to its base").isFalse();
    assertThat(uri.getPath()).doesNotStartWith("/");
    assertThat(artifact.get("uriBaseId").stringValue()).isEqualTo("ROOT");
    assertThat(result.at("/locations/0/physicalLocation/region/startLine").intValue()).isPositive();
    assertThat(result.at("/partialFingerprints/assayFinding~1v1").stringValue()).hasSize(32);
  }

  private static List<String> fingerprints(JsonNode log) {
    List<String> fingerprints = new ArrayList<>();
    for (JsonNode result : log.at("/runs/0/results")) {
      fingerprints.add(result.at("/partialFingerprints/assayFinding~1v1").stringValue());
    }
    return fingerprints;
  }

  private static JsonNode sarif(View view, Assessment... assessments) throws IOException {
    String text = Golden.text(new SarifWriter(), Fixtures.report(view, assessments));
    return new ObjectMapper().readTree(text);
  }
}
