package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.Finding;
import software.amazon.awssdk.services.inspector2.model.StringComparison;
import software.amazon.awssdk.services.inspector2.model.StringFilter;
import tools.jackson.databind.JsonNode;

/// What the service says of a target that was handed in is what a scan of it says.
final class SubmittedTargetsTest {
  @TempDir private static Path data;
  private static ServedProcess served;

  @TempDir private Path directory;

  @BeforeAll
  static void serve() throws IOException {
    served = ServedProcess.startPrepared(data);
  }

  @AfterAll
  static void end() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"almalinux-9", "alpine-3.18", "debian-12", "ubuntu-22.04"})
  void of_a_tree_the_service_finds_what_a_scan_finds(String root) throws IOException {
    isFoundByBoth(Assay.root(root));
  }

  @Test
  void of_a_cyclonedx_document_the_service_finds_what_a_scan_finds() throws IOException {
    isFoundByBoth(document("bom.cdx.json", "cyclonedx"));
  }

  @Test
  void of_an_spdx_document_the_service_finds_what_a_scan_finds() throws IOException {
    isFoundByBoth(document("bom.spdx.json", "spdx"));
  }

  private Path document(String name, String format) throws IOException {
    return Files.writeString(
        directory.resolve(name),
        Assay.run("inventory", Assay.root("debian-12"), "--format", format).out());
  }

  private static void isFoundByBoth(Path target) throws IOException {
    List<String> scanned =
        Assay.run("scan", target, "--format", "json")
            .json()
            .get("findings")
            .valueStream()
            .flatMap(SubmittedTargetsTest::lines)
            .sorted()
            .toList();
    assertThat(scanned).hasSizeGreaterThan(5);

    String resource = target.getFileName().toString();
    ServedProcess.submit(served.url(), credentials(), target, resource, "env=test");
    try (Inspector2Client client = new SdkClients(served.url(), credentials()).v2()) {
      assertThat(findings(client, resource)).isEqualTo(scanned);
    }
  }

  private static Path credentials() {
    return data.resolve("admin-credentials");
  }

  private static List<String> findings(Inspector2Client client, String resource) {
    return client
        .listFindingsPaginator(
            ask ->
                ask.filterCriteria(
                    of ->
                        of.resourceId(
                            StringFilter.builder()
                                .comparison(StringComparison.EQUALS)
                                .value(resource)
                                .build())))
        .findings()
        .stream()
        .flatMap(SubmittedTargetsTest::lines)
        .sorted()
        .toList();
  }

  private static Stream<String> lines(Finding finding) {
    return finding.packageVulnerabilityDetails().vulnerablePackages().stream()
        .map(
            one ->
                String.join(
                    " ",
                    finding.packageVulnerabilityDetails().vulnerabilityId(),
                    finding.severityAsString(),
                    one.name(),
                    one.version(),
                    one.arch(),
                    String.valueOf(one.fixedInVersion())));
  }

  private static Stream<String> lines(JsonNode finding) {
    JsonNode details = finding.get("packageVulnerabilityDetails");
    return details
        .get("vulnerablePackages")
        .valueStream()
        .map(
            one ->
                String.join(
                    " ",
                    details.get("vulnerabilityId").asString(),
                    finding.get("severity").asString(),
                    one.get("name").asString(),
                    one.get("version").asString(),
                    one.get("arch").asString(),
                    one.has("fixedInVersion") ? one.get("fixedInVersion").asString() : "null"));
  }
}
