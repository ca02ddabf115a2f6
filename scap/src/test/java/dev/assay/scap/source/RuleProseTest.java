package dev.assay.scap.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scap.xccdf.Policy;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RuleProseTest {
  private static final String CONTENT =
      """
      <data-stream-collection xmlns:html="http://www.w3.org/1999/xhtml">
        <component id="x"><Benchmark id="b"><title>t</title>
          <Profile id="p"><title>P</title><description>Of the profile</description></Profile>
          <Value id="days"><description>Of the value</description><value>60</value></Value>
          <Group id="g"><description>Of the group</description>
          <Rule id="aged" selected="true"><title>Aged</title>
            <description>Set it to   <html:code><sub idref="days"/></html:code>:
              <html:pre>PASS_MAX_DAYS  <sub idref="days"/>
        # and no more</html:pre>
              or <html:ul><html:li>less,</html:li><html:li>much less.</html:li></html:ul></description>
            <rationale>None of this.</rationale>
            <fix system="urn:xccdf:fix:script:ansible">- debug:</fix>
            <fix system="urn:xccdf:fix:script:sh">days=<sub idref="days"/>
      true</fix></Rule>
          <Rule id="silent" selected="true"><title>Silent</title></Rule></Group>
          <Group id="h"><description>Of another group</description>
          <Rule id="told" selected="true"><title>Told</title><description>One.</description>
            <fixtext>Do <html:b>this</html:b>.</fixtext>
            <fix system="urn:xccdf:fix:script:sh">true</fix></Rule></Group>
        </Benchmark></component>
      </data-stream-collection>
      """;

  private static InputStream content() {
    return new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.UTF_8));
  }

  private final Map<String, RuleProse> prose =
      RuleProse.read(content(), Policy.of(DataStreamReader.read(content()).benchmark(), "p"));

  private RuleProse of(String rule) {
    return Objects.requireNonNull(prose.get(rule));
  }

  @Test
  void readsTheDescriptionAsPlainTextWithItsValues() {
    assertThat(of("aged").description())
        .isEqualTo(
            """
            Set it to 60:
            PASS_MAX_DAYS  60
              # and no more
            or
            - less,
            - much less.\
            """);
  }

  @Test
  void takesTheWordsForARemediationAndElseTheShellScript() {
    assertThat(of("aged").remediation()).isEqualTo("days=60\ntrue");
    assertThat(prose.get("told")).isEqualTo(new RuleProse("One.", "Do this."));
  }

  @Test
  void leavesToARuleWhatIsItsOwn() {
    assertThat(prose).containsOnlyKeys("aged", "silent", "told");
    assertThat(prose.get("silent")).isEqualTo(new RuleProse("", ""));
  }
}
