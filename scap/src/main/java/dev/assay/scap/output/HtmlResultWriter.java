package dev.assay.scap.output;

import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.evaluation.Drift;
import dev.assay.scap.evaluation.RuleResult;
import dev.assay.scap.evaluation.Waiver;
import dev.assay.scap.xccdf.Rule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes one HTML file that needs nothing else: totals, a table that is filtered by status and
/// searched, and below each rule its evidence.
public final class HtmlResultWriter implements ResultWriter {
  private static final String STYLE =
      """
      body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;\
      color:#16191f}h1{font-size:1.5rem}h2{font-size:1.1rem}\
      table{border-collapse:collapse}td,th{text-align:left;padding:.15rem 1rem .15rem 0;\
      border-bottom:1px solid #d5dbdb}td+td,th+th{text-align:right}.waiver{color:#8a5a00}\
      summary{cursor:pointer;display:grid;\
      grid-template-columns:.6rem 8rem 5rem 1fr;gap:1rem;padding:.45rem}\
      summary::before{content:"\u25b8";color:#545b64}details[open]>summary::before{content:"\u25be"}\
      details{border-top:1px solid #d5dbdb}pre{overflow:auto;background:#f4f5f6;padding:.8rem;\
      font-size:12px;max-height:30rem}.id,.controls{color:#545b64;font-size:12px;\
      overflow-wrap:anywhere}.s{font-weight:600}.fail .s,.error .s{color:#b3261e}\
      .pass .s{color:#1a6b2d}.unknown .s,.notchecked .s{color:#8a5a00}\
      .notapplicable .s{color:#545b64}nav{position:sticky;top:0;background:#fff;padding:.6rem 0;\
      display:flex;gap:1rem;flex-wrap:wrap}.tally span{margin-right:1.2rem}\
      """;
  private static final String SCRIPT =
      """
      const q=document.getElementById('q'),f=document.getElementById('f'),\
      n=document.getElementById('n');function show(){let k=0;for(const d of \
      document.querySelectorAll('details')){const t=(d.querySelector('summary').textContent+' '+\
      d.querySelector('.controls').textContent).toLowerCase();const y=(!f.value||d.className===f.value)&&t.includes(q.value.toLowerCase());\
      d.hidden=!y;if(y)k++}n.textContent=k+(k===1?' rule':' rules')}q.oninput=show;f.onchange=show;show();\
      """;

  @Override
  public void write(BenchmarkResult result, String resource, OutputStream out) throws IOException {
    StringBuilder page = new StringBuilder();
    head(result, resource, page);
    for (RuleResult rule : result.rules()) {
      rule(rule, result.day(), page);
      if (page.length() > 1 << 16) {
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
        page.setLength(0);
      }
    }
    page.append("<script>").append(SCRIPT).append("</script></body></html>\n");
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void head(BenchmarkResult result, String resource, StringBuilder page) {
    Map<String, Long> tally =
        result.rules().stream()
            .collect(
                Collectors.groupingBy(
                    rule -> rule.status().word(), TreeMap::new, Collectors.counting()));
    page.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(escaped(result.benchmark().title()))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><h1>")
        .append(escaped(result.benchmark().title()))
        .append("</h1><p>")
        .append(escaped(resource))
        .append(" · profile ")
        .append(escaped(result.profile()))
        .append(" · content ")
        .append(escaped(result.benchmark().version()))
        .append(String.format(Locale.ROOT, " · score %.1f of 100</p>", result.scores().standard()))
        .append("<p class=\"tally\">");
    tally.forEach(
        (status, count) ->
            page.append("<span>").append(status).append(' ').append(count).append("</span>"));
    page.append("</p>");
    compliance(result, page);
    drift(result, page);
    page.append(
            "<nav><input id=\"q\" placeholder=\"Search rules and controls\" aria-label=\"Search rules and controls\" size=\"28\">")
        .append("<select id=\"f\" aria-label=\"Status\"><option value=\"\">Every status</option>");
    tally.keySet().forEach(status -> page.append("<option>").append(status).append("</option>"));
    page.append("</select><span id=\"n\"></span></nav>");
  }

  private static void compliance(BenchmarkResult result, StringBuilder page) {
    List<Compliance> frameworks = Compliance.of(result.rules());
    if (frameworks.isEmpty()) {
      return;
    }
    page.append("<section><h2>Frameworks</h2><table><tr><th>Framework</th><th>Passed</th>")
        .append("<th>Failed</th><th>Open</th><th>Not applicable</th></tr>");
    for (Compliance each : frameworks) {
      page.append("<tr><td>").append(escaped(each.framework())).append("</td>");
      for (int count : List.of(each.passed(), each.failed(), each.open(), each.notApplicable())) {
        page.append("<td>").append(count).append("</td>");
      }
      page.append("</tr>");
    }
    page.append("</table></section>");
  }

  private static void drift(BenchmarkResult result, StringBuilder page) {
    if (result.drift().isEmpty()) {
      return;
    }
    page.append("<section><h2>Changed since the earlier result</h2><table><tr><th>Rule</th>")
        .append("<th>Before</th><th>Now</th></tr>");
    for (Drift each : result.drift()) {
      page.append("<tr><td>")
          .append(escaped(each.rule()))
          .append("</td><td>")
          .append(escaped(each.before()))
          .append("</td><td>")
          .append(escaped(each.after()))
          .append("</td></tr>");
    }
    page.append("</table></section>");
  }

  private static void rule(RuleResult result, LocalDate day, StringBuilder page) {
    Rule rule = result.rule();
    String status = result.status().word();
    page.append("<details class=\"")
        .append(status)
        .append("\"><summary><span class=\"s\">")
        .append(status)
        .append(isWaived(result, day) ? " (waived)" : "")
        .append("</span><span>")
        .append(escaped(result.severity()))
        .append("</span><span>")
        .append(escaped(rule.title()))
        .append("<br><span class=\"id\">")
        .append(escaped(result.key()))
        .append("</span></span></summary>");
    Waiver waiver = result.waiver();
    if (waiver != null) {
      page.append("<p class=\"waiver\">").append(escaped(waiver.sentence(day))).append("</p>");
    }
    if (!result.reason().isEmpty()) {
      page.append("<p>").append(escaped(result.reason())).append("</p>");
    }
    page.append("<p class=\"controls\">")
        .append(
            escaped(
                rule.references().stream()
                    .map(each -> Frameworks.name(each.href()) + " " + each.text())
                    .distinct()
                    .collect(Collectors.joining(" · "))))
        .append("</p><pre>")
        .append(escaped(EvidenceText.of(result.evidence())))
        .append("</pre></details>");
  }

  private static boolean isWaived(RuleResult result, LocalDate day) {
    Waiver waiver = result.waiver();
    return waiver != null && waiver.holdsOn(day);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
