package dev.assay.agent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.awsapi.assay.BenchmarkLevel;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.BenchmarkRule;
import dev.assay.awsapi.assay.BenchmarkStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Evaluations in processes of their own, over a small tree with content of ours.
final class ChildEvaluationsTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final String CONTENT =
      """
      <data-stream-collection xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xmlns:xlink="http://www.w3.org/1999/xlink">
        <data-stream id="d"><checks>
          <component-ref id="c" xlink:href="#o"/></checks>
          <checklists><component-ref id="b" xlink:href="#x">
            <catalog><uri name="oval.xml" uri="#c"/></catalog></component-ref></checklists>
        </data-stream>
        <component id="x"><Benchmark id="NAME"><title>Few rules</title><version>1</version>
          PLATFORM
          <Profile id="p_cis_level1_workstation"><title>CIS Few Benchmark for Level 1 - Workstation</title>
            <select idref="root" selected="true"/></Profile>
          <Profile id="p_cis_level1_server"><title>CIS Few Benchmark for Level 1 - Server</title>
            <select idref="root" selected="true"/></Profile>
          <Profile id="p_cis_level2_server" extends="p_cis_level1_server"><title>CIS Few Benchmark for Level 2 - Server</title>
            <select idref="port" selected="true"/></Profile>
          <Rule id="root" selected="false" severity="high"><title>No root</title><description>Let nobody in as root</description>
            <check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">
              <check-content-ref href="oval.xml" name="d1"/></check></Rule>
          <Rule id="port" selected="false"><title>Port</title>
            <check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">
              <check-content-ref href="oval.xml" name="d2"/></check></Rule>
        </Benchmark></component>
        <component id="o"><oval_definitions><definitions>
          <definition id="d1" class="compliance"><criteria><criterion test_ref="t1"/></criteria></definition>
          <definition id="d2" class="compliance"><criteria><criterion test_ref="t2"/></criteria></definition>
          </definitions><tests>
          <textfilecontent54_test id="t1" check="all" check_existence="none_exist"><object object_ref="o1"/></textfilecontent54_test>
          <textfilecontent54_test id="t2" check="all"><object object_ref="o2"/></textfilecontent54_test></tests><objects>
          <textfilecontent54_object id="o1"><filepath>/etc/ssh/sshd_config</filepath>
            <pattern operation="pattern match">^PermitRootLogin yes$</pattern>
            <instance datatype="int">1</instance></textfilecontent54_object>
          <textfilecontent54_object id="o2"><filepath>/etc/ssh/sshd_config</filepath>
            <pattern operation="pattern match">^Port 22$</pattern>
            <instance datatype="int">1</instance></textfilecontent54_object></objects>
        </oval_definitions></component>
      </data-stream-collection>
      """;

  @TempDir Path here;
  private Path root;
  private Path content;

  @BeforeEach
  void aHost() throws IOException {
    root = here.resolve("root");
    content = Files.createDirectory(here.resolve("content"));
    Files.createDirectories(root.resolve("etc/ssh"));
    Files.writeString(root.resolve("etc/os-release"), "ID=few\nVERSION_ID=\"3.1\"\n");
    Files.writeString(root.resolve("etc/ssh/sshd_config"), "Port 22\nPermitRootLogin yes\n");
  }

  @Test
  void the_first_level_is_that_of_a_server() throws Exception {
    write("few3-ds.xml", "few", "");
    BenchmarkResults results = evaluated(Asked.CIS_LEVEL_1);
    assertThat(results.profile()).isEqualTo("p_cis_level1_server");
    assertThat(results.level()).isEqualTo(BenchmarkLevel.LEVEL_1);
    assertThat(results.platform()).isEqualTo("FEW_3_1");
    assertThat(results.evaluatedAt()).isEqualTo(NOW);
    assertThat(results.rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.status()).isEqualTo(BenchmarkStatus.FAILED);
              assertThat(rule.description()).isEqualTo("Let nobody in as root");
              assertThat(rule.reason()).contains("PermitRootLogin yes");
            });
    assertThat(here.resolve("said")).doesNotExist();
  }

  @Test
  void the_highest_level_has_the_rules_of_both() throws Exception {
    write("few3-ds.xml", "few", "");
    assertThat(evaluated(Asked.CIS).rules())
        .extracting(BenchmarkRule::ruleId, BenchmarkRule::status, BenchmarkRule::level)
        .containsExactly(
            Tuple.tuple("root", BenchmarkStatus.FAILED, BenchmarkLevel.LEVEL_1),
            Tuple.tuple("port", BenchmarkStatus.PASSED, BenchmarkLevel.LEVEL_2));
  }

  @Test
  void content_named_for_the_host_comes_first() throws Exception {
    write("a-ds.xml", "another", "");
    write("ssg-few31-ds.xml", "few", "");
    assertThat(evaluated(Asked.CIS).benchmark()).isEqualTo("few");
  }

  @Test
  void content_for_another_platform_is_passed_over_whatever_it_is_called() throws Exception {
    write("ssg-few31-ds.xml", "elsewhere", "<platform idref=\"cpe:/o:other:system:1\"/>");
    write("unnamed-ds.xml", "any", "");
    assertThat(evaluated(Asked.CIS).benchmark()).isEqualTo("any");
  }

  @Test
  void content_may_be_compressed() throws Exception {
    try (XZOutputStream out =
        new XZOutputStream(
            Files.newOutputStream(content.resolve("few-ds.xml.xz")), new LZMA2Options(0))) {
      out.write(
          CONTENT
              .replace("NAME", "packed")
              .replace("PLATFORM", "")
              .getBytes(StandardCharsets.UTF_8));
    }
    assertThat(evaluated(Asked.CIS).benchmark()).isEqualTo("packed");
  }

  @Test
  void without_content_it_says_what_it_looked_for_and_where() throws Exception {
    write("ssg-few31-ds.xml", "elsewhere", "<platform idref=\"cpe:/o:other:system:1\"/>");
    Files.writeString(content.resolve("broken-ds.xml"), "<data-stream-collection>");
    Files.writeString(content.resolve("few-xccdf.xml"), "no datastream");
    assertThat(outcome(Asked.CIS))
        .isInstanceOfSatisfying(
            Outcome.NoContent.class,
            none ->
                assertThat(none.why())
                    .startsWith("there is no CIS content for FEW_3_1 in " + content)
                    .contains("unusable: " + content.resolve("broken-ds.xml")));
  }

  @Test
  void best_practices_need_no_content() throws Exception {
    BenchmarkResults results = evaluated(Asked.BEST_PRACTICES);
    assertThat(results.benchmark()).isEqualTo(BestPractices.BENCHMARK);
    assertThat(results.rules()).hasSize(9);
  }

  @Test
  void a_host_that_is_not_there_is_a_failure() throws Exception {
    root = here.resolve("nowhere");
    assertThat(outcome(Asked.CIS))
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.why()).contains("nowhere"));
  }

  @Test
  void a_process_that_is_stopped_leaves_nothing() throws Exception {
    Evaluations.Running running = evaluations().start(Asked.BEST_PRACTICES, NOW);
    running.stop();
    assertThat(here.resolve("said")).doesNotExist();
  }

  private void write(String file, String name, String platform) throws IOException {
    Files.writeString(
        content.resolve(file), CONTENT.replace("NAME", name).replace("PLATFORM", platform));
  }

  private BenchmarkResults evaluated(Asked asked) throws Exception {
    Outcome outcome = outcome(asked);
    assertThat(outcome).isInstanceOf(Outcome.Evaluated.class);
    return ((Outcome.Evaluated) outcome).results();
  }

  private Outcome outcome(Asked asked) throws Exception {
    Evaluations.Running running = evaluations().start(asked, NOW);
    long deadline = System.nanoTime() + 60_000_000_000L;
    Optional<Outcome> outcome = running.outcome();
    while (outcome.isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(20);
      outcome = running.outcome();
    }
    return outcome.get();
  }

  private ChildEvaluations evaluations() {
    return new ChildEvaluations(root, List.of(content), here.resolve("said"));
  }
}
