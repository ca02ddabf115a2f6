package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DbDumpTest {
  @TempDir private Path directory;
  private Path database;

  @BeforeEach
  void build() {
    database = Databases.ofExamples(directory);
  }

  @Test
  void a_package_is_dumped_with_every_statement_on_it() {
    JsonNode json = dump("--package", "curl", "--ecosystem", "debian:12").json();
    assertThat(json.get("statements").valueStream())
        .extracting(one -> one.get("advisory").asString())
        .containsExactly("CVE-2023-38545", "DSA-5523-1");
  }

  @Test
  void a_vulnerability_is_dumped_with_what_is_known_of_it() {
    JsonNode json = dump("--vulnerability", "CVE-2023-38545").json();
    assertThat(json.get("known").asBoolean()).isTrue();
    assertThat(json.get("statements")).isNotEmpty();
  }

  @Test
  void what_nobody_knows_is_said_to_be_unknown() {
    JsonNode json = dump("--vulnerability", "CVE-1999-0001").json();
    assertThat(json.get("known").asBoolean()).isFalse();
    assertThat(json.get("statements")).isEmpty();
  }

  @Test
  void one_of_the_two_must_be_named() {
    Assay dump = dump();
    assertThat(dump.exitCode()).isEqualTo(2);
    assertThat(dump.complaints()).hasSize(1);
    assertThat(dump.err()).contains("--package").contains("--vulnerability");
  }

  @Test
  void an_ecosystem_that_is_not_there_is_one_line_and_2() {
    assertThat(dump("--package", "curl", "--ecosystem", "debian:1").complaints())
        .containsExactly(
            "assay: the database has no ecosystem debian:1; 'assay db info' lists them");
  }

  private Assay dump(Object... more) {
    Object[] all = new Object[more.length + 4];
    System.arraycopy(more, 0, all, 2, more.length);
    all[0] = "db";
    all[1] = "dump";
    all[more.length + 2] = "--db";
    all[more.length + 3] = database;
    return Assay.run(all);
  }
}
