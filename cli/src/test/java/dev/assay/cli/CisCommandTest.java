package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CisCommandTest {
  static final String CONTENT =
      """
      <data-stream-collection xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xmlns:xlink="http://www.w3.org/1999/xlink">
        <data-stream id="d"><checks>
          <component-ref id="c" xlink:href="#o"/></checks>
          <checklists><component-ref id="b" xlink:href="#x">
            <catalog><uri name="oval.xml" uri="#c"/></catalog></component-ref></checklists>
        </data-stream>
        <component id="x"><Benchmark id="bench"><title>Few rules</title><version>1</version>
          <Profile id="org_profile_base"><title>Base</title><select idref="root" selected="true"/></Profile>
          <Profile id="org_profile_more" extends="org_profile_base"><title>More</title>
            <select idref="kernel" selected="true"/><refine-value idref="v" selector="yes"/></Profile>
          <Value id="v"><value>no</value><value selector="yes">yes</value></Value>
          <Rule id="root" selected="false" severity="high"><title>Root</title>
            <check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">
              <check-export export-name="var" value-id="v"/>
              <check-content-ref href="oval.xml" name="d1"/></check></Rule>
          <Rule id="kernel" selected="false"><title>Kernel</title>
            <check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">
              <check-content-ref href="oval.xml" name="d2"/></check></Rule>
        </Benchmark></component>
        <component id="o"><oval_definitions><definitions>
          <definition id="d1" class="compliance"><criteria><criterion test_ref="t1"/></criteria></definition>
          <definition id="d2" class="compliance"><criteria><criterion test_ref="t2"/></criteria></definition>
          </definitions><tests>
          <textfilecontent54_test id="t1" check="all"><object object_ref="o1"/><state state_ref="s1"/></textfilecontent54_test>
          <sysctl_test id="t2" check="all"><object object_ref="o2"/></sysctl_test></tests><objects>
          <textfilecontent54_object id="o1"><filepath>/etc/ssh/sshd_config</filepath>
            <pattern operation="pattern match">^PermitRootLogin[[:space:]]+(\\w+)$</pattern>
            <instance datatype="int" operation="greater than or equal">1</instance></textfilecontent54_object>
          <sysctl_object id="o2"><name>kernel.randomize_va_space</name></sysctl_object></objects><states>
          <textfilecontent54_state id="s1"><subexpression var_ref="var"/></textfilecontent54_state></states>
          <variables><external_variable id="var" datatype="string"/></variables>
        </oval_definitions></component>
      </data-stream-collection>
      """;

  @TempDir Path directory;
  private Path content = Path.of("");
  private Path tree = Path.of("");

  @BeforeEach
  void writeContentAndTree() throws IOException {
    content = Files.writeString(directory.resolve("ds.xml"), CONTENT);
    tree = directory.resolve("tree");
    Files.createDirectories(tree.resolve("etc/ssh"));
    Files.writeString(tree.resolve("etc/ssh/sshd_config"), "Port 22\nPermitRootLogin yes\n");
  }

  @Test
  void evaluatesWithTheValuesOfTheProfile() {
    assertThat(status(cis("base"), 0)).isEqualTo("fail");
    assertThat(status(cis("more"), 0)).isEqualTo("pass");
  }

  @Test
  void callsUnknownWhatATreeCannotSay() {
    Assay assay = cis("more");
    assertThat(status(assay, 1)).isEqualTo("unknown");
    assertThat(assay.json().at("/results/1/reason").asString()).contains("not running");
    assertThat(status(cis("more", "--strict"), 1)).isEqualTo("fail");
  }

  @Test
  void showsTheItemsFound() {
    assertThat(cis("more").json().at("/results/0/evidence/0/criteria/0/criteria/0/items/0/text"))
        .hasToString("\"PermitRootLogin yes\"");
  }

  @Test
  void failsOnASeverity() {
    assertThat(cis("base", "--fail-on", "high").exitCode()).isEqualTo(1);
    assertThat(cis("more", "--fail-on", "high").exitCode()).isZero();
  }

  @Test
  void listsProfiles() {
    Assay assay = Assay.run("cis", "--content", content, "--list-profiles");
    assertThat(assay.lines()).containsExactly("org_profile_base Base", "org_profile_more More");
  }

  @Test
  void saysInOneLineWhatIsWrongWithTheInput() throws IOException {
    assertThat(cis("none").complaints()).hasSize(1);
    assertThat(cis("none").exitCode()).isEqualTo(2);
    Files.writeString(content, "<data-stream-collection><data-stream>");
    assertThat(cis("base").exitCode()).isEqualTo(2);
    assertThat(cis("base").complaints()).hasSize(1);
  }

  @Test
  void showsAWaiverAndDoesNotCountItsFailure() throws IOException {
    Path yaml =
        Files.writeString(
            directory.resolve("t.yaml"),
            "waivers:\n  - {rule: root, reason: A jump host, expires: 2999-01-31}\n");
    Assay assay = cis("base", "--tailoring", yaml, "--fail-on", "high");
    assertThat(assay.exitCode()).isZero();
    assertThat(status(assay, 0)).isEqualTo("fail");
    assertThat(assay.json().at("/results/0/waiver/reason").asString()).isEqualTo("A jump host");
    assertThat(cis("base", "--tailoring", yaml, "--format", "html").out())
        .contains("Waived until 2999-01-31: A jump host");
    Files.writeString(yaml, "waivers:\n  - {rule: root, reason: Once, expires: 2001-01-31}\n");
    assertThat(cis("base", "--tailoring", yaml, "--fail-on", "high").exitCode()).isEqualTo(1);
  }

  @Test
  void turnsRulesOnAndOffAndSetsValues() throws IOException {
    Path yaml =
        Files.writeString(
            directory.resolve("t.yaml"), "profile: base\nrules: {kernel: on}\nvalues: {v: yes}\n");
    Assay assay = Assay.run("cis", tree, "--content", content, "--tailoring", yaml);
    assertThat(assay.json().get("results")).hasSize(2);
    assertThat(status(assay, 0)).isEqualTo("pass");
    Files.writeString(yaml, "rules: {none: on}\n");
    assertThat(cis("base", "--tailoring", yaml).complaints()).hasSize(1);
    Files.writeString(yaml, "rule: {}\n");
    assertThat(cis("base", "--tailoring", yaml).complaints()).hasSize(1);
  }

  @Test
  void takesProfilesOfAnXccdfTailoring() throws IOException {
    Path xml =
        Files.writeString(
            directory.resolve("t.xml"),
            """
            <Tailoring id="t"><version>1</version><Profile id="org_profile_own" extends="org_profile_base">
            <title>Own</title><set-value idref="v">yes</set-value></Profile></Tailoring>
            """);
    assertThat(status(cis("own", "--tailoring", xml), 0)).isEqualTo("pass");
  }

  @Test
  void showsWhatDiffersFromAnEarlierResult() throws IOException {
    Path earlier = Files.writeString(directory.resolve("earlier.json"), cis("base").out());
    assertThat(cis("base", "--compare", earlier).json().get("drift")).isEmpty();
    assertThat(cis("more", "--compare", earlier).json().get("drift").toString())
        .isEqualTo(
            "[{\"rule\":\"root\",\"before\":\"fail\",\"now\":\"pass\"},"
                + "{\"rule\":\"kernel\",\"before\":\"\",\"now\":\"unknown\"}]");
    assertThat(cis("base", "--compare", content).complaints()).hasSize(1);
  }

  @Test
  void writesFixesWithTheirValues() {
    assertThat(example("bash").out())
        .contains("echo 'PermitRootLogin no' >> /etc/ssh/sshd_config")
        .contains("/PASS_MAX_DAYS 365/");
    assertThat(example("ansible").out()).startsWith("---").contains("has no fix");
  }

  @Test
  void writesSarifWithAResultForEachRule() {
    Assay assay = example("sarif");
    assertThat(assay.json().at("/runs/0/results")).hasSize(4);
    assertThat(assay.json().at("/runs/0/results/0/level").asString()).isEqualTo("error");
  }

  @Test
  void writesArfThatOscapTakes() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/oscap")), "oscap is not installed");
    Path arf = Files.writeString(directory.resolve("arf.xml"), example("arf").out());
    Path xccdf = Files.writeString(directory.resolve("xccdf.xml"), example("xccdf").out());
    assertThat(oscap("info", arf.toString())).isZero();
    assertThat(oscap("ds", "rds-validate", arf.toString())).isZero();
    assertThat(oscap("xccdf", "validate", "--skip-schematron", xccdf.toString())).isZero();
    Path report = directory.resolve("report.html");
    assertThat(oscap("xccdf", "generate", "report", "--output", report.toString(), arf.toString()))
        .isZero();
    assertThat(report).content().contains("The SSH server does not let root log in");
  }

  @Test
  void theOvalResultsInAnArfAreValidAndOscapShowsTheItems()
      throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/oscap")), "oscap is not installed");
    Path arf = Files.writeString(directory.resolve("arf.xml"), example("arf").out());
    Matcher results =
        Pattern.compile("<oval_results.*</oval_results>", Pattern.DOTALL)
            .matcher(Files.readString(arf));
    assertThat(results.find()).isTrue();
    Path oval = Files.writeString(directory.resolve("oval.xml"), results.group());
    assertThat(oscap("oval", "validate", oval.toString())).isZero();
    Path report = directory.resolve("report.html");
    oscap("xccdf", "generate", "report", "--output", report.toString(), arf.toString());
    assertThat(report)
        .content()
        .contains("Following items have been found on the system", "PASS_MAX_DAYS");
  }

  private static int oscap(String... words) throws IOException, InterruptedException {
    String[] command = new String[words.length + 1];
    command[0] = "oscap";
    System.arraycopy(words, 0, command, 1, words.length);
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /// The example's rules over a tree with passwords that never expire.
  private Assay example(String format) {
    try {
      Files.writeString(tree.resolve("etc/login.defs"), "PASS_MAX_DAYS 99999\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Assay.run(
        "cis",
        tree,
        "--content",
        Path.of("../examples/benchmarks/host-basics-ds.xml"),
        "--profile",
        "default",
        "--format",
        format);
  }

  @Test
  void evaluatesSeveralTargetsEachIntoAFileOfItsOwn() throws IOException {
    Path second = directory.resolve("second");
    Files.createDirectories(second.resolve("etc/ssh"));
    Files.writeString(second.resolve("etc/ssh/sshd_config"), "PermitRootLogin no\n");
    Path results = directory.resolve("results");
    assertThat(cis("base", second, "--output", results, "--fail-on", "high").exitCode())
        .isEqualTo(1);
    assertThat(results.resolve("tree.json")).content().contains("\"status\" : \"fail\"");
    assertThat(results.resolve("second.json")).content().contains("\"status\" : \"pass\"");
  }

  @Test
  void saysWhySeveralTargetsCannotBeWritten() {
    assertThat(cis("base", directory).complaints().getFirst()).contains("--output DIRECTORY");
    assertThat(cis("base", tree, "--output", directory).complaints().getFirst())
        .contains("would both be written to");
    assertThat(cis("base", directory.resolve("none"), "--output", directory).exitCode())
        .isEqualTo(2);
  }

  @Test
  void writesCsvAndHtml() {
    assertThat(cis("base", "--format", "csv").lines().get(1))
        .contains("\"root\",\"Root\",\"high\"");
    assertThat(cis("base", "--format", "html").out()).contains("PermitRootLogin yes");
  }

  private Assay cis(String profile, Object... more) {
    Object[] words = {"cis", tree, "--content", content, "--profile", profile};
    Object[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Assay.run(all);
  }

  private static String status(Assay assay, int rule) {
    return assay.json().at("/results/" + rule + "/status").asString();
  }
}
