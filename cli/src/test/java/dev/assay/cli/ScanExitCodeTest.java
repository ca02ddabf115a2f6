package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What could not be assessed at all, said loudly and by the exit code.
class ScanExitCodeTest {
  private static final String ORACLE =
      "ID=\"ol\"\nVERSION_ID=\"9.3\"\nPRETTY_NAME=\"Oracle Linux Server 9.3\"\n";

  @TempDir private Path directory;

  private Root root() {
    return Root.debian(directory.resolve("root")).installed("curl", "7.88.1-10");
  }

  static Object[] wholeGaps() {
    String curl = Root.stanza("curl", "7.88.1-10", "curl");
    return new Object[] {
      Arguments.of("etc/os-release", ORACLE, "no advisories for oracle:9"),
      Arguments.of("etc/os-release", "ID=plan9\nVERSION_ID=4\n", "no advisories for plan9:4"),
      Arguments.of("etc/os-release", "PRETTY_NAME=\"No name\"\n", "names the operating system"),
      Arguments.of(Root.STATUS, "", "No package is named by the database of dpkg"),
      Arguments.of(Root.STATUS, "This is no database.\n", "Lines that are no part"),
      Arguments.of(Root.STATUS, curl + "Package: nano\nSta", "a file does that was cut short"),
      Arguments.of("var/lib/rpm/rpmdb.sqlite", "", "The file is empty"),
      Arguments.of("lib/apk/db/installed", "P:curl", "a file does that was cut short"),
    };
  }

  @ParameterizedTest
  @MethodSource("wholeGaps")
  void a_whole_gap_is_loud_and_exits_with_3(String file, String content, String why) {
    Root root = root().with(file, content);
    Assay scan = Assay.run("scan", root);
    assertThat(scan.exitCode()).isEqualTo(3);
    assertThat(scan.out())
        .contains("NOT EVALUATED (not evaluated is not passed)")
        .contains("!! whole gap");
    assertThat(scan.err()).isEmpty();
    JsonNode gaps = Assay.run("scan", root, "--format", "json").json().get("notEvaluated");
    assertThat(gaps.valueStream())
        .anySatisfy(
            gap -> {
              assertThat(gap.get("gap").asString()).isEqualTo("WHOLE");
              assertThat(gap.get("why").asString()).contains(why);
            });
  }

  @Test
  void a_root_without_any_package_database_exits_with_3() {
    Root root = new Root(directory.resolve("bare")).with("etc/os-release", Root.DEBIAN_12);
    Assay scan = Assay.run("scan", root);
    assertThat(scan.exitCode()).isEqualTo(3);
    assertThat(scan.out()).contains("No package database was found");
  }

  @Test
  void an_empty_directory_exits_with_3() {
    Assay scan = Assay.run("scan", directory);
    assertThat(scan.exitCode()).isEqualTo(3);
    assertThat(scan.out()).contains("unknown operating system").contains("package database");
  }

  @Test
  void where_nothing_was_judged_nothing_reads_as_clean() {
    Assay scan = Assay.run("scan", root().with("etc/os-release", ORACLE));
    assertThat(scan.out())
        .contains("No package was evaluated: see above")
        .doesNotContain("No known vulnerabilities");
  }

  @Test
  void a_file_that_cannot_be_read_is_listed_and_exits_with_0() {
    Root root =
        new Root(directory.resolve("gap"))
            .withDirectory("etc/os-release")
            .with("usr/lib/os-release", Root.DEBIAN_12)
            .with(Root.STATUS, Root.stanza("curl", "7.88.1-10", "curl"));
    Assay scan = Assay.run("scan", root);
    assertThat(scan.exitCode()).isZero();
    assertThat(scan.out())
        .contains("NOT EVALUATED")
        .contains("could not be read: etc/os-release: It is a directory")
        .contains("CVE-2023-38545");
  }

  @Test
  void a_package_of_another_vendor_is_listed_and_exits_with_0() {
    String foreign = Root.stanza("curl", "7.88.1-10", "curl").strip() + "\nOrigin: Example\n\n";
    Assay scan = Assay.run("scan", root().with(Root.STATUS, foreign));
    assertThat(scan.exitCode()).isZero();
    assertThat(scan.out())
        .contains("third party: 1 package of Example")
        .doesNotContain("CVE-2023-38545");
  }

  @Test
  void a_version_that_is_none_is_listed_with_its_text_and_exits_with_0() {
    Assay scan = Assay.run("scan", root().installed("openssl", "a:b_c"));
    assertThat(scan.exitCode()).isZero();
    assertThat(scan.out()).contains("version not understood").contains("a:b_c");
  }

  @Test
  void a_finding_wins_over_a_whole_gap() {
    Root oracle = new Root(directory.resolve("oracle")).with("etc/os-release", ORACLE);
    Assay scan = Assay.run("scan", root(), oracle, "--fail-on", "critical");
    assertThat(scan.exitCode()).isEqualTo(1);
    assertThat(Assay.run("scan", root(), oracle).exitCode()).isEqualTo(3);
  }

  @Test
  void one_missing_target_of_several_ends_it_with_2() {
    Path missing = directory.resolve("missing");
    Assay scan = Assay.run("scan", root(), missing);
    assertThat(scan.exitCode()).isEqualTo(2);
    assertThat(scan.complaints()).containsExactly("assay: target " + missing + " does not exist");
    assertThat(scan.out()).isEmpty();
  }
}
