package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Assessment;
import dev.assay.model.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class JsonScanTest {

  @Test
  void oneTargetIsAnObjectSeveralAreAnArray() throws IOException {
    Assessment image = Fixtures.cleanImage();
    assertThat(json(View.everything(), image).isObject()).isTrue();
    assertThat(json(View.everything(), image, image)).hasSize(2);
  }

  @Test
  void aFindingHasInspectorsMembers() throws IOException {
    JsonNode finding = json(View.everything(), Fixtures.debianHost()).at("/findings/0");
    assertThat(finding.get("type").stringValue()).isEqualTo("PACKAGE_VULNERABILITY");
    assertThat(finding.get("status").stringValue()).isEqualTo("ACTIVE");
    assertThat(finding.get("severity").stringValue()).isEqualTo("CRITICAL");
    assertThat(finding.get("title").stringValue()).isEqualTo("CVE-1998-0001 - libssl3, openssl");
    assertThat(finding.get("fixAvailable").stringValue()).isEqualTo("YES");
    assertThat(finding.get("exploitAvailable").stringValue()).isEqualTo("YES");
    assertThat(finding.at("/epss/score").doubleValue()).isEqualTo(0.9431);
    assertThat(finding.at("/epss/percentile").doubleValue()).isEqualTo(0.9991);
    assertThat(finding.get("inspectorScore").doubleValue()).isEqualTo(9.8);
    assertThat(finding.at("/remediation/recommendation/text").stringValue())
        .isEqualTo("Upgrade openssl to 3.0.13-1~deb12u1.");
    assertThat(finding.at("/packageVulnerabilityDetails/cvss")).hasSize(3);
    assertThat(finding.at("/packageVulnerabilityDetails/relatedVulnerabilities/0").stringValue())
        .isEqualTo("GHSA-aaaa-bbbb-cccc");
  }

  @Test
  void versionsAreSplitAsDpkgSplitsThem() throws IOException {
    JsonNode zlib =
        json(View.everything(), Fixtures.debianHost())
            .at("/findings/1/packageVulnerabilityDetails/vulnerablePackages/0");
    assertThat(zlib.get("name").stringValue()).isEqualTo("zlib1g");
    assertThat(zlib.get("epoch").intValue()).isEqualTo(1);
    assertThat(zlib.get("version").stringValue()).isEqualTo("1.2.13.dfsg");
    assertThat(zlib.get("release").stringValue()).isEqualTo("1");
    assertThat(zlib.get("packageManager").stringValue()).isEqualTo("OS");
    assertThat(zlib.has("fixedInVersion")).isFalse();
    assertThat(zlib.get("status").stringValue()).isEqualTo("WILL_NOT_FIX");
    assertThat(zlib.at("/explanation/sourcePackage/version").stringValue())
        .isEqualTo("1:1.2.13.dfsg-1");
    assertThat(zlib.at("/explanation/outcome").stringValue()).isEqualTo("AFFECTED");
    assertThat(zlib.at("/explanation/steps")).hasSize(2);
  }

  @Test
  void nothingIsLostBetweenTheArrays() throws IOException {
    View view =
        new View(Severity.LOW, View.Unfixed.HIDDEN, GoldenFilesTest.suppressing().suppressions());
    JsonNode target = json(view, Fixtures.debianHost());
    int total =
        target.get("findings").size()
            + target.get("suppressedFindings").size()
            + target.at("/hiddenFindings/belowSeverity").intValue()
            + target.at("/hiddenFindings/withoutFix").intValue();
    assertThat(total).isEqualTo(Fixtures.debianHost().findings().size());
    assertThat(target.at("/suppressedFindings/0/suppression/reason").stringValue())
        .isEqualTo("minizip is not built here");
    assertThat(target.at("/suppressedFindings/0/status").stringValue()).isEqualTo("SUPPRESSED");
  }

  @Test
  void wholeGapsComeFirst() throws IOException {
    JsonNode gap = json(View.everything(), Fixtures.endedRpmRoot()).at("/notEvaluated/0");
    assertThat(List.of("what", "why", "reason", "gap"))
        .allSatisfy(m -> assertThat(gap.has(m)).isTrue());
    assertThat(gap.get("gap").stringValue()).isEqualTo("WHOLE");
  }

  private static JsonNode json(View view, Assessment... assessments) throws IOException {
    String text = Golden.text(new JsonScanWriter(), Fixtures.report(view, assessments));
    return new ObjectMapper().readTree(text);
  }
}
