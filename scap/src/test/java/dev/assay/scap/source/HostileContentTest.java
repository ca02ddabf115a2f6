package dev.assay.scap.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.scap.evaluation.BenchmarkEvaluation;
import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.host.FakeHost;
import dev.assay.scap.probe.Semantics;
import dev.assay.scap.xccdf.RuleStatus;
import dev.assay.scap.xml.MalformedContentException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileContentTest {
  @Test
  void refusesEntitiesThatExpand() {
    assertThatThrownBy(
            () ->
                read(
                    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
                        + "<data-stream-collection>&b;</data-stream-collection>"))
        .isInstanceOf(MalformedContentException.class);
  }

  @Test
  void refusesExternalEntities() {
    assertThatThrownBy(
            () ->
                read(
                    "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                        + "<data-stream-collection>&a;</data-stream-collection>"))
        .isInstanceOf(MalformedContentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not XML",
        "<data-stream-collection>",
        "<data-stream-collection/>",
        "<html/>",
        "<data-stream-collection><component id='o'><oval_definitions><tests>"
            + "<file_test id='t' check='some'/></tests></oval_definitions></component>"
            + "</data-stream-collection>",
        "<data-stream-collection><component id='o'><oval_definitions><tests>"
            + "<file_test id='t' check_existence='many'/></tests></oval_definitions></component>"
            + "</data-stream-collection>",
        "<data-stream-collection><component id='b'><Benchmark id='b'><Rule id='r' weight='x'/>"
            + "</Benchmark></component></data-stream-collection>"
      })
  void saysWhatIsWrongWithContentThatIsNone(String content) {
    assertThatThrownBy(() -> read(content)).isInstanceOf(MalformedContentException.class);
  }

  @Test
  void refusesElementsNestedWithoutEnd() {
    assertThatThrownBy(
            () ->
                read("<data-stream-collection><component id='x'>" + "<Benchmark>".repeat(100_000)))
        .isInstanceOf(MalformedContentException.class);
  }

  @Test
  void refusesAProfileThatExtendsItself() {
    assertThatThrownBy(() -> evaluate(" extends='p'", "", "", ""))
        .isInstanceOf(MalformedContentException.class)
        .hasMessageContaining("extends itself");
  }

  @Test
  void callsARuleInErrorWhoseDefinitionsExtendEachOther() {
    assertThat(
            status(
                """
                <definition id="d0"><criteria><extend_definition definition_ref="d1"/></criteria>
                </definition><definition id="d1"><criteria>
                <extend_definition definition_ref="d0"/></criteria></definition>
                """,
                "",
                ""))
        .isEqualTo(RuleStatus.ERROR);
  }

  @Test
  void callsARuleInErrorWhoseDefinitionsAreChainedTooDeep() {
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      chain
          .append("<definition id='d" + i + "'><criteria><extend_definition definition_ref='d")
          .append(i + 1)
          .append("'/></criteria></definition>");
    }
    assertThat(status(chain.toString(), "", "")).isEqualTo(RuleStatus.ERROR);
  }

  @Test
  void callsARuleInErrorWhoseTestIsMissing() {
    assertThat(
            status(
                "<definition id='d0'><criteria><criterion test_ref='none'/></criteria></definition>",
                "",
                ""))
        .isEqualTo(RuleStatus.ERROR);
  }

  @Test
  void callsARuleInErrorWhosePatternTakesForEver() {
    assertThat(
            status(
                "<definition id='d0'><criteria><criterion test_ref='t'/></criteria></definition>",
                "<textfilecontent54_test id='t' check='all'><object object_ref='o'/>"
                    + "</textfilecontent54_test>",
                "<textfilecontent54_object id='o'><filepath>/etc/long</filepath>"
                    + "<pattern operation='pattern match'>^(([a-z])+.)+[A-Z]([a-z])+$</pattern>"
                    + "<instance datatype='int'>1</instance></textfilecontent54_object>"))
        .isEqualTo(RuleStatus.ERROR);
  }

  private static RuleStatus status(String definitions, String tests, String objects) {
    return evaluate("", definitions, tests, objects).rules().getFirst().status();
  }

  private static BenchmarkResult evaluate(
      String profile, String definitions, String tests, String objects) {
    return BenchmarkEvaluation.evaluate(
        read(content(profile, definitions, tests, objects)),
        "p",
        new FakeHost().file("/etc/long", "a".repeat(5_000)),
        Semantics.EVIDENCE);
  }

  private static String content(String profile, String definitions, String tests, String objects) {
    return """
      <data-stream-collection xmlns:xlink="http://www.w3.org/1999/xlink"><data-stream id="d">
      <checks><component-ref id="c" xlink:href="#o"/></checks><checklists>
      <component-ref id="b" xlink:href="#x"><catalog><uri name="oval" uri="#c"/></catalog>
      </component-ref></checklists></data-stream>
      <component id="x"><Benchmark id="bench"><title>T</title><version>1</version>
      <Profile id="p"%s><title>P</title></Profile>
      <Rule id="r" selected="true"><title>R</title>
      <check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">
      <check-content-ref href="oval" name="d0"/></check></Rule></Benchmark></component>
      <component id="o"><oval_definitions><definitions>%s</definitions><tests>%s</tests><objects>%s
      </objects></oval_definitions></component></data-stream-collection>
      """
        .formatted(profile, definitions, tests, objects);
  }

  private static DataStream read(String content) {
    return DataStreamReader.read(
        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }
}
