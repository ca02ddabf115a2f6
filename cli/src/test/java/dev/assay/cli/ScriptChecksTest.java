package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Checks by scripts: against oscap's Script Check Engine, and what an operator has to allow.
class ScriptChecksTest {
  private static final String OVAL_CHECK =
      "<check system=\"http://oval.mitre.org/XMLSchema/oval-definitions-5\">"
          + "<check-content-ref href=\"oval.xml\" name=\"oval:t:def:1\"/></check>";

  @TempDir Path directory;
  private final StringBuilder rules = new StringBuilder();
  private final StringBuilder components = new StringBuilder();
  private final StringBuilder references = new StringBuilder();
  private final StringBuilder names = new StringBuilder();

  @BeforeEach
  void scriptsThatEndInEveryWay() {
    for (int code : List.of(0, 1, 100, 101, 102, 103, 104, 105, 106, 108, 109, 110, 255)) {
      rule("exit" + code, "#!/bin/sh\necho said " + code + "\nexit " + code + "\n", "", "");
    }
    rule("negated", "#!/bin/sh\nexit 101\n", " negate=\"true\"", "");
    rule("negatederror", "#!/bin/sh\nexit 103\n", " negate=\"true\"", "");
    rule("killed", "#!/bin/sh\nkill -9 $$\n", "", "");
    rule("unreadable", "#!/no/such/interpreter\nexit 101\n", "", "");
    rule(
        "environment",
        "#!/bin/sh\nenv | sort | grep -v ^PWD= > "
            + directory.resolve("environment")
            + "\nexit $XCCDF_RESULT_PASS\n",
        "",
        "");
    rule("script-and-oval", "#!/bin/sh\nexit 101\n", "", OVAL_CHECK);
    rules.append(rule("oval-and-script", OVAL_CHECK + reference("exit101.sh", "")));
    rules.append(rule("missing", reference("nothing.sh", "")));
    rules.append(
        rule(
            "complex",
            "<complex-check operator=\"AND\">%s%s</complex-check>"
                .formatted(reference("exit101.sh", ""), reference("exit105.sh", ""))));
  }

  @Test
  void scripts_have_the_results_and_the_environment_that_oscap_gives_them() throws Exception {
    Map<String, String> theirs = oscap();
    List<String> environment = Files.readAllLines(directory.resolve("environment"));
    Map<String, String> ours = assay("--allow-scripts");
    assertThat(ours).isEqualTo(theirs).hasSize(22);
    assertThat(Files.readAllLines(directory.resolve("environment"))).isEqualTo(environment);
    assertThat(environment)
        .contains(
            "XCCDF_VALUE_my_var=a b 'c' $x",
            "XCCDF_TYPE_num=NUMBER",
            "XCCDF_OPERATOR_num=GREATER_EQUAL");
  }

  @Test
  void a_result_shows_what_the_script_said() throws Exception {
    assertThat(result("exit102", "--allow-scripts").get("reason").asString())
        .isEqualTo("The script exit102.sh ended with 102 (FAIL) and said: said 102");
  }

  @Test
  void nobody_runs_a_script_that_is_not_allowed() throws Exception {
    JsonNode result = result("environment");
    assertThat(result.get("status").asString()).isEqualTo("notchecked");
    assertThat(result.get("reason").asString())
        .isEqualTo("It is checked by a script, which is not run.");
    assertThat(directory.resolve("environment")).doesNotExist();
  }

  @Test
  void scripts_are_for_this_machine_and_not_for_trees_or_strictness() throws Exception {
    write();
    Assay tree = run(directory.toString(), "--allow-scripts");
    assertThat(tree.exitCode()).isEqualTo(2);
    assertThat(tree.err()).contains("--allow-scripts is for / alone");
    Assay strict = run("/", "--allow-scripts", "--strict");
    assertThat(strict.exitCode()).isEqualTo(2);
    assertThat(strict.err()).contains("--allow-scripts is not for --strict");
  }

  private void rule(String name, String script, String attributes, String more) {
    rules.append(rule(name, reference(name + ".sh", attributes) + more));
    components.append(
        "<ds:extended-component id=\"scap_t_ecomp_%s.sh\" timestamp=\"2026-01-01T00:00:00\"><sce:script>%s</sce:script></ds:extended-component>\n"
            .formatted(
                name, script.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    references.append(
        "<ds:component-ref id=\"scap_t_cref_%1$s.sh\" xlink:href=\"#scap_t_ecomp_%1$s.sh\"/>\n"
            .formatted(name));
    names.append("<cat:uri name=\"%1$s.sh\" uri=\"#scap_t_cref_%1$s.sh\"/>\n".formatted(name));
  }

  private static String rule(String name, String checks) {
    return "<Rule id=\"xccdf_t_rule_%1$s\" selected=\"true\"><title>%1$s</title>%2$s</Rule>\n"
        .formatted(name, checks);
  }

  private static String reference(String script, String attributes) {
    return """
        <check system="http://open-scap.org/page/SCE"%s>
          <check-export export-name="my_var" value-id="xccdf_t_value_s"/>
          <check-export export-name="num" value-id="xccdf_t_value_n"/>
          <check-content-ref href="%s"/></check>
        """
        .formatted(attributes, script);
  }

  private Path write() throws IOException {
    return Files.writeString(
        directory.resolve("ds.xml"),
        """
        <?xml version="1.0"?>
        <ds:data-stream-collection xmlns:ds="http://scap.nist.gov/schema/scap/source/1.2" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:cat="urn:oasis:names:tc:entity:xmlns:xml:catalog" xmlns:sce="http://open-scap.org/page/SCE_xccdf_stream" id="scap_t_collection_c" schematron-version="1.2">
        <ds:data-stream id="scap_t_datastream_d" scap-version="1.2" use-case="OTHER">
        <ds:checklists><ds:component-ref id="scap_t_cref_x" xlink:href="#scap_t_comp_x"><cat:catalog>NAMES<cat:uri name="oval.xml" uri="#scap_t_cref_o"/></cat:catalog></ds:component-ref></ds:checklists>
        <ds:checks><ds:component-ref id="scap_t_cref_o" xlink:href="#scap_t_comp_o"/></ds:checks>
        <ds:extended-components>REFERENCES</ds:extended-components>
        </ds:data-stream>
        <ds:component id="scap_t_comp_x" timestamp="2026-01-01T00:00:00"><Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_t_benchmark_b" resolved="1"><status>draft</status><version>1</version>
        <Profile id="xccdf_t_profile_p"><title>p</title></Profile>
        <Value id="xccdf_t_value_s" type="string" operator="equals"><title>s</title><value>a b 'c' $x</value></Value>
        <Value id="xccdf_t_value_n" type="number" operator="greater than or equal"><title>n</title><value>7</value></Value>
        RULES</Benchmark></ds:component>
        <ds:component id="scap_t_comp_o" timestamp="2026-01-01T00:00:00"><oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5" xmlns:oval="http://oval.mitre.org/XMLSchema/oval-common-5"><generator><oval:schema_version>5.11</oval:schema_version><oval:timestamp>2026-01-01T00:00:00</oval:timestamp></generator><definitions><definition id="oval:t:def:1" version="1" class="compliance"><metadata><title>t</title><description>d</description></metadata><criteria><criterion test_ref="oval:t:tst:1"/></criteria></definition></definitions><tests><family_test xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent" id="oval:t:tst:1" version="1" check="all" check_existence="none_exist" comment="c"><object object_ref="oval:t:obj:1"/></family_test></tests><objects><family_object xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent" id="oval:t:obj:1" version="1"/></objects></oval_definitions></ds:component>
        COMPONENTS
        </ds:data-stream-collection>
        """
            .replace("NAMES", names)
            .replace("REFERENCES", references)
            .replace("RULES", rules)
            .replace("COMPONENTS", components));
  }

  private JsonNode result(String rule, String... options) throws IOException {
    write();
    for (JsonNode result : run("/", options).json().get("results")) {
      if (result.get("rule").asString().equals("xccdf_t_rule_" + rule)) {
        return result;
      }
    }
    throw new AssertionError("no result of " + rule);
  }

  private Map<String, String> assay(String... options) throws IOException {
    write();
    Map<String, String> results = new LinkedHashMap<>();
    for (JsonNode result : run("/", options).json().get("results")) {
      results.put(result.get("rule").asString(), result.get("status").asString());
    }
    return results;
  }

  private Assay run(String target, String... options) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "cis",
                target,
                "--content",
                directory.resolve("ds.xml"),
                "--profile",
                "xccdf_t_profile_p"));
    words.addAll(List.of(options));
    return Assay.run(words.toArray());
  }

  private Map<String, String> oscap() throws IOException, InterruptedException {
    Path program = Path.of("/usr/bin/oscap");
    Assumptions.assumeTrue(Files.isExecutable(program), "oscap absent");
    Path results = directory.resolve("results.xml");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "xccdf",
                "eval",
                "--skip-valid",
                "--profile",
                "xccdf_t_profile_p",
                "--results",
                results.toString(),
                write().toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("oscap").toFile())
            .start();
    process.waitFor();
    Assumptions.assumeTrue(Files.exists(results), "oscap without its Script Check Engine");
    Map<String, String> all = new LinkedHashMap<>();
    Matcher rule =
        Pattern.compile("<rule-result idref=\"([^\"]*)\".*?<result>(\\w+)</result>", Pattern.DOTALL)
            .matcher(Files.readString(results));
    while (rule.find()) {
      all.put(rule.group(1), rule.group(2));
    }
    return all;
  }
}
