package dev.assay.cli;

import dev.assay.network.Answer;
import dev.assay.network.Exposure;
import dev.assay.network.Exposures;
import dev.assay.network.PortWords;
import dev.assay.network.Question;
import dev.assay.network.RemediationWords;
import dev.assay.network.snapshot.Gap;
import java.util.List;
import java.util.Locale;

/// Reachability as a page of its own: what is exposed in a table, then the paths to each resource
/// in a picture.
final class NetworkPage {
  private static final String STYLE =
      "body{font:15px/1.5 system-ui,sans-serif;margin:2rem;color:#1b2733}"
          + "h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}"
          + "table{border-collapse:collapse}td,th{text-align:left;padding:.35rem .9rem .35rem 0;"
          + "border-bottom:1px solid #d5dde5;vertical-align:top}.picture{overflow-x:auto}"
          + ".picture svg{max-width:100%;height:auto}.port{white-space:nowrap}"
          + ".high,.critical{color:#b3261e;font-weight:600}.medium{color:#8a5a00;font-weight:600}";

  private final StringBuilder page = new StringBuilder();

  private NetworkPage(String title) {
    String escaped = NetworkPicture.escaped(title);
    page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(escaped)
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body>\n<h1>")
        .append(escaped)
        .append("</h1>\n");
  }

  static String of(Question question, Answer answer, List<Gap> gaps) {
    String verdict =
        switch (answer.outcome()) {
          case REACHABLE -> " is reachable from ";
          case NOT_REACHABLE -> " is not reachable from ";
          case NOT_EVALUATED -> ": not evaluated whether it is reachable from ";
        };
    NetworkPage page = new NetworkPage(question.to().id() + verdict + question.from().id());
    page.paragraph("Asked for " + PortWords.of(question.services()) + ".");
    page.list(answer.ways().stream().map(NetworkPaths::line).toList());
    page.picture(NetworkPaths.of(answer));
    List<String> closing =
        answer.remediations().stream()
            .flatMap(remediation -> RemediationWords.of(remediation).stream())
            .toList();
    if (!closing.isEmpty()) {
      page.heading("To close it");
      page.list(closing);
    }
    return page.end(gaps);
  }

  static String of(Exposures exposures, List<Gap> gaps) {
    NetworkPage page = new NetworkPage(exposures.found().size() + " open port ranges");
    page.table(exposures);
    if (!exposures.undecided().isEmpty()) {
      page.paragraph(exposures.undecided().size() + " more ways are not decided.");
    }
    NetworkPaths.of(exposures)
        .forEach(
            (resource, paths) -> {
              page.heading(resource);
              page.picture(paths);
            });
    return page.end(gaps);
  }

  private void table(Exposures exposures) {
    page.append("<table><tr><th>Severity</th><th>Resource</th><th>Port</th><th>From</th>")
        .append("<th>To close it</th></tr>\n");
    for (Exposure each : exposures.found()) {
      String severity = each.severity().name().toLowerCase(Locale.ROOT);
      page.append("<tr>");
      cell(severity, severity);
      cell("", NetworkPaths.resource(each) + " " + each.candidate().address());
      cell("port", PortWords.of(each.protocol(), each.ports()));
      cell("", each.candidate().source() + ": " + PortWords.sources(each.traffic()));
      cell("", String.join("; ", RemediationWords.of(each.remediation())));
      page.append("</tr>\n");
    }
    page.append("</table>\n");
  }

  private void cell(String style, String words) {
    page.append("<td class=\"")
        .append(style)
        .append("\">")
        .append(NetworkPicture.escaped(words))
        .append("</td>");
  }

  private void paragraph(String words) {
    page.append("<p>").append(NetworkPicture.escaped(words)).append("</p>\n");
  }

  private void heading(String words) {
    page.append("<h2>").append(NetworkPicture.escaped(words)).append("</h2>\n");
  }

  private void list(List<String> lines) {
    page.append("<ul>\n");
    for (String line : lines) {
      page.append("<li>").append(NetworkPicture.escaped(line)).append("</li>\n");
    }
    page.append("</ul>\n");
  }

  private void picture(List<PathTree> paths) {
    page.append("<div class=\"picture\">").append(NetworkPicture.of(paths)).append("</div>\n");
  }

  private String end(List<Gap> gaps) {
    if (!gaps.isEmpty()) {
      heading("Not evaluated");
      list(gaps.stream().map(gap -> gap.what() + ": " + gap.consequence()).toList());
    }
    return page.append("</body></html>\n").toString();
  }
}
