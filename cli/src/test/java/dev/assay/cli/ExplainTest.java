package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Databases.DebianRecord;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ExplainTest {
  @TempDir private Path directory;
  private Path database;

  @BeforeEach
  void build() throws IOException {
    database =
        Databases.ofDebian(
            directory,
            new DebianRecord("CVE-2024-1001", "curl", "7.88.1-11", DebianRecord.CRITICAL));
  }

  @Test
  void what_is_reported_is_explained_by_the_versions_compared() {
    Assay explain = explain(curl("7.88.1-10"), "CVE-2024-1001");
    assertThat(explain.exitCode()).isZero();
    assertThat(explain.lines().getFirst()).startsWith("CVE-2024-1001 ").contains("is reported");
    assertThat(explain.out())
        .contains("source package curl in debian:12")
        .contains("7.88.1-10 is lower than 7.88.1-11, which fixes it");
  }

  @Test
  void what_is_fixed_is_explained_too() {
    Assay explain = explain(curl("7.88.1-11"), "CVE-2024-1001");
    assertThat(explain.exitCode()).isZero();
    assertThat(explain.lines().getFirst()).contains("is not reported");
    assertThat(explain.out()).contains("7.88.1-11");
  }

  @Test
  void what_no_advisory_names_is_said_to_be_unknown() {
    Assay explain = explain(curl("7.88.1-10"), "CVE-2024-9999");
    assertThat(explain.exitCode()).isZero();
    assertThat(explain.out())
        .contains("is not reported")
        .contains("no advisory for debian:12 names it");
  }

  @Test
  void the_json_says_the_same() {
    JsonNode json =
        explain(curl("7.88.1-10"), "CVE-2024-1001", "--format", "json", "--package", "curl").json();
    assertThat(json.get("reported").asBoolean()).isTrue();
    assertThat(json.get("explanations").size()).isEqualTo(1);
    assertThat(
            explain(curl("7.88.1-10"), "CVE-2024-1001", "--format", "json", "--package", "nano")
                .json()
                .get("explanations"))
        .isEmpty();
  }

  @Test
  void a_root_that_nobody_judges_ends_with_3() {
    Root oracle =
        new Root(directory.resolve("oracle"))
            .with("etc/os-release", "ID=ol\nVERSION_ID=9.3\nPRETTY_NAME=\"Oracle Linux\"\n")
            .with(Root.STATUS, Root.stanza("curl", "1", "curl"));
    assertThat(explain(oracle, "CVE-2024-1001").exitCode()).isEqualTo(3);
  }

  @Test
  void a_wrong_word_is_one_line_and_2() {
    assertThat(explain(curl("1"), " "))
        .satisfies(
            complaint -> {
              assertThat(complaint.exitCode()).isEqualTo(2);
              assertThat(complaint.complaints()).hasSize(1);
              assertThat(complaint.out()).isEmpty();
            });
    assertThat(explain(curl("1"), "CVE-2024-1001", "--format", "sarif").complaints())
        .containsExactly("assay: explain has no format sarif; there are table, json");
  }

  private Root curl(String version) {
    return Root.debian(directory.resolve("root")).installed("curl", version);
  }

  private Assay explain(Root root, String vulnerability, Object... more) {
    Object[] words = {"explain", root, "--vulnerability", vulnerability, "--db", database};
    Object[] all = new Object[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Assay.run(all);
  }
}
