package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.TableStyle.Colours;
import dev.assay.report.TableStyle.Folding;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HostileTextTest {
  private static final ScanReport REPORT = Fixtures.report(View.everything(), Fixtures.hostile());

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void noFormatLetsAnEscapeSequenceThrough(ReportFormat format) throws IOException {
    String text = Golden.text(format.scanWriter(TableStyle.plain()), REPORT);
    assertThat(text.chars())
        .noneMatch(
            c -> (c < ' ' && c != '\n' && c != '\r') || (c >= 0x7f && c < 0xa0) || c == 0x202e);
  }

  @Test
  void theOnlyEscapesOfAColouredTableAreItsOwn() throws IOException {
    TableStyle style = new TableStyle(100, Colours.ANSI, Folding.FOLDED);
    String text = Golden.text(new TableWriter(style), REPORT);
    assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "")).doesNotContain("\u001b");
    assertThat(text).doesNotContain("\u001b[2J").doesNotContain("\u001b[5m");
  }

  @Test
  void noTextIsMarkupInHtml() throws IOException {
    String html = Golden.text(new HtmlWriter(), REPORT);
    assertThat(html)
        .doesNotContain("<img")
        .doesNotContain("<b>root")
        .doesNotContain("<script>alert")
        .doesNotContain("href=\"javascript:")
        .doesNotContain("href=\"data:");
    assertThat(html.split("<script>", -1)).as("our own script alone").hasSize(2);
    assertThat(html).contains("&lt;img src=x onerror=alert(1)&gt;");
  }

  @Test
  void theHtmlPolicyAllowsItsOwnStyleAndScriptAlone() throws IOException {
    String html = Golden.text(new HtmlWriter(), REPORT);
    String script = between(html, "<script>", "</script>");
    String style = between(html, "<style>", "</style>");
    assertThat(between(html, "Content-Security-Policy\" content=\"", "\""))
        .contains("default-src &#39;none&#39;")
        .contains("script-src &#39;" + Fingerprint.policyHash(script) + "&#39;")
        .contains("style-src &#39;" + Fingerprint.policyHash(style) + "&#39;");
    assertThat(html).doesNotContain(" style=").doesNotContain(" onclick=");
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain          | plain",
        "a,b            | \"a,b\"",
        "say \"hi\"     | \"say \"\"hi\"\"\"",
        "=1+1           | '=1+1",
        "+1             | '+1",
        "-1             | '-1",
        "@SUM(A1)       | '@SUM(A1)",
        "=\"x\",1       | \"'=\"\"x\"\",1\"",
      })
  void csvCells(String text, String cell) {
    assertThat(CsvLine.cell(text)).isEqualTo(cell);
  }

  @Test
  void lineBreaksStayInsideACsvCell() {
    assertThat(CsvLine.cell("a\nb")).isEqualTo("\"a\nb\"");
    assertThat(CsvLine.cell("\t=1")).isEqualTo("'\t=1");
  }

  @Test
  void markdownIsEscaped() {
    assertThat(Markdown.escape("[x](javascript:1) <b>*`"))
        .isEqualTo("\\[x\\]\\(javascript:1\\) \\<b\\>\\*\\`");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a?b=c#d, true",
    "http://example.org:8080, true",
    "https://example.org/%41, true",
    "https://example.org/%zz, false",
    "https://user@example.org/, false",
    "javascript:alert(1), false",
    "JAVASCRIPT:alert(1), false",
    "data:text/html, false",
    "//example.org/, false",
    "https://, false",
    "'https://example.org/\"x', false",
    "'https://example.org/ x', false",
  })
  void onlyPlainWebAddressesBecomeLinks(String text, boolean link) {
    assertThat(UriPath.isWebAddress(text)).isEqualTo(link);
  }

  @Test
  void halfASurrogatePairIsReplaced() {
    assertThat(PlainText.wellFormed("a\ud800b")).isEqualTo("a\ufffdb");
    assertThat(PlainText.line("a\u200bb\u2028c")).isEqualTo("a\ufffdb c");
    assertThat(List.of(PlainText.line(" x \n\t y "))).containsExactly("x y");
  }
}
