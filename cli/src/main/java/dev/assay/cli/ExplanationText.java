package dev.assay.cli;

import dev.assay.model.AdvisoryReference;
import dev.assay.model.Explanation;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Trace;
import dev.assay.model.Vulnerability;
import dev.assay.report.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Explains for people: the answer first, then the statements on each package and why each holds
/// or does not. Packages built from one source, about which the same is to be said, share it.
final class ExplanationText {
  private final Explained explained;
  private final TextPage page;

  ExplanationText(Explained explained, TextPage page) {
    this.explained = explained;
    this.page = page;
  }

  void write() {
    page.words("", PlainText.line(answer()));
    Map<InstalledPackage, List<Said>> byPackage = new LinkedHashMap<>();
    for (Explanation explanation : explained.explanations()) {
      byPackage
          .computeIfAbsent(explanation.installed(), key -> new ArrayList<>())
          .add(new Said(explanation.advisory(), explanation.trace()));
    }
    Map<Built, List<String>> together = new LinkedHashMap<>();
    byPackage.forEach(
        (installed, said) ->
            together
                .computeIfAbsent(Built.of(installed, said), key -> new ArrayList<>())
                .add(installed.name()));
    together.forEach(this::write);
  }

  /// What one statement comes to.
  private record Said(AdvisoryReference advisory, Trace trace) {}

  /// What packages have in common that can be explained together.
  private record Built(
      String version, String sourceName, String sourceVersion, List<Said> statements) {
    static Built of(InstalledPackage installed, List<Said> statements) {
      return new Built(
          installed.version(), installed.sourceName(), installed.sourceVersion(), statements);
    }

    String title(List<String> names) {
      String title = String.join(", ", names) + " " + version;
      boolean own = names.equals(List.of(sourceName)) && version.equals(sourceVersion);
      return own ? title : title + ", built from " + sourceName + " " + sourceVersion;
    }
  }

  private String answer() {
    String name =
        explained.vulnerability()
            + explained
                .advisories()
                .vulnerability(explained.vulnerability())
                .map(Vulnerability::title)
                .filter(title -> !title.isBlank())
                .map(title -> " (" + title + ")")
                .orElse("");
    if (explained.explanations().isEmpty()) {
      return name + " is not reported: " + explained.whyNothing() + ".";
    }
    List<InstalledPackage> affected = explained.affected();
    return affected.isEmpty()
        ? name + " is not reported, because:"
        : name + " is reported for " + names(affected) + ", because:";
  }

  private static String names(List<InstalledPackage> packages) {
    return packages.stream()
        .map(InstalledPackage::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void write(Built built, List<String> names) {
    page.blank();
    page.words("", PlainText.line(built.title(names)));
    for (Said said : built.statements()) {
      page.line("  " + outcome(said.trace().outcome()));
      for (Trace.Step step : said.trace().steps()) {
        page.words("    - ", PlainText.line(step.text()));
      }
      String url = said.advisory().url();
      if (url != null) {
        page.line("    see " + PlainText.line(url));
      }
    }
  }

  private static String outcome(Trace.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
