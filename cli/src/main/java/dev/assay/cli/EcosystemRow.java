package dev.assay.cli;

import dev.assay.model.Ecosystem;
import dev.assay.report.PlainText;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One line of the list of ecosystems. A distribution's releases have a line each; a vendor's
/// many products, which few look for, share one.
record EcosystemRow(String name, long packages, long statements) {
  private static final Set<String> PRODUCTS = Set.of("suse", "redhat-product");

  static List<EcosystemRow> of(VulnerabilityDatabase advisories) {
    Map<String, List<Ecosystem>> groups = new LinkedHashMap<>();
    advisories.ecosystems().stream()
        .sorted(Comparator.comparing(Ecosystem::name).thenComparing(Ecosystem::release, NATURAL))
        .forEach(
            ecosystem ->
                groups.computeIfAbsent(group(ecosystem), key -> new ArrayList<>()).add(ecosystem));
    List<EcosystemRow> rows = new ArrayList<>();
    groups.forEach((group, members) -> rows.add(row(group, members, advisories)));
    return rows;
  }

  private static String group(Ecosystem ecosystem) {
    return PRODUCTS.contains(ecosystem.name()) ? ecosystem.name() + ":*" : ecosystem.toString();
  }

  private static EcosystemRow row(
      String group, List<Ecosystem> members, VulnerabilityDatabase advisories) {
    String name =
        members.size() == 1
            ? members.getFirst().toString()
            : group + " (" + members.size() + " products)";
    return new EcosystemRow(
        PlainText.line(name),
        members.stream().mapToLong(advisories::packageCount).sum(),
        members.stream().mapToLong(advisories::statementCount).sum());
  }

  /// 3.9 before 3.10: shorter runs of digits are lower, all else goes by its characters.
  private static final Comparator<String> NATURAL =
      Comparator.comparing(EcosystemRow::padded).thenComparing(Comparator.naturalOrder());

  private static String padded(String release) {
    StringBuilder padded = new StringBuilder();
    for (String part : release.splitWithDelimiters("\\d+", 0)) {
      boolean digits = !part.isEmpty() && Character.isDigit(part.charAt(0));
      padded.append(digits ? "0".repeat(Math.max(0, 9 - part.length())) : "").append(part);
    }
    return padded.toString();
  }
}
