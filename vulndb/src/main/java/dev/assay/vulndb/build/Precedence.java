package dev.assay.vulndb.build;

import dev.assay.model.Advisory;
import dev.assay.model.SourceId;
import java.util.Comparator;
import java.util.List;

/// Whose words on a vulnerability come first where several sources speak.
///
/// 1. Documents that stand before documents that their source withdrew; the latter count only
///    where there are no others.
/// 2. A source's record of the vulnerability before a bulletin that names it alone. A bulletin
///    that names several says nothing of any one of them: its scores, weaknesses and references
///    may belong to another. Only where nobody else describes a vulnerability are title,
///    description and references those of the bulletin that names the fewest.
/// 3. By source: those that carry the CVE's own text first, since a distribution's text is often
///    about its own package only.
/// 4. The one modified last; then by id.
final class Precedence {
  private static final List<String> SOURCES =
      List.of(
          "assay-starter",
          "cisa-vulnrichment",
          "debian-osv",
          "debian-tracker",
          "ubuntu-cve-tracker",
          "ubuntu-osv",
          "redhat-cve");

  private final Documents documents;
  private final Comparator<Integer> order;

  Precedence(Documents documents) {
    this.documents = documents;
    this.order =
        Comparator.comparing(documents::isWithdrawn)
            .thenComparing(each -> documents.kind(each) == Advisory.Kind.BULLETIN)
            .thenComparing(each -> rank(documents.sourceId(each)))
            .thenComparing(documents::sourceId)
            .thenComparing(Comparator.<Integer>comparingLong(documents::modified).reversed())
            .thenComparing(documents::id);
  }

  /// Of the documents that name a vulnerability those that describe it, best first.
  List<Integer> describing(List<Integer> naming) {
    List<Integer> alone =
        naming.stream().filter(each -> documents.vulnerabilityCount(each) == 1).toList();
    boolean anyStands = alone.stream().anyMatch(each -> !documents.isWithdrawn(each));
    return alone.stream()
        .filter(each -> !anyStands || !documents.isWithdrawn(each))
        .sorted(order)
        .toList();
  }

  /// Of the documents that name a vulnerability among others the one to fall back on first.
  List<Integer> mentioning(List<Integer> naming) {
    return naming.stream()
        .filter(each -> documents.vulnerabilityCount(each) > 1)
        .filter(documents::hasDescription)
        .min(Comparator.comparingInt(documents::vulnerabilityCount).thenComparing(order))
        .stream()
        .toList();
  }

  private static int rank(SourceId source) {
    int place = SOURCES.indexOf(source.value());
    return place < 0 ? SOURCES.size() : place;
  }
}
