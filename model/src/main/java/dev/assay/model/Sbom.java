package dev.assay.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a bill of materials says: every component, and the packages that can be judged.
///
/// @param entries every component, in the document's order
/// @param inventories one for each distribution that packages come from, the one with the most
///     packages first; at least one, which is empty where no package can be judged. A package's
///     `evidence` is the `ref` of its entry. What the document as a whole does not tell is in the
///     first one's `notEvaluated`; what concerns one component is in its entry alone.
public record Sbom(List<Entry> entries, List<Inventory> inventories) {
  public Sbom {
    entries = List.copyOf(entries);
    inventories = List.copyOf(inventories);
    if (inventories.isEmpty()) {
      throw new IllegalArgumentException("A bill of materials without an inventory");
    }
  }

  /// A component.
  ///
  /// @param ref unique in the document
  /// @param notEvaluated why it cannot be judged; null where it is a package of an inventory, or
  ///     an operating system
  public record Entry(
      String ref,
      String type,
      String name,
      @Nullable String version,
      @Nullable String purl,
      @Nullable String path,
      @Nullable NotEvaluated notEvaluated) {}

  /// The document as the evidence of one resource, which runs one distribution: packages of any
  /// other are not evaluated, and no component's gap is left out. A package's `evidence` is where
  /// its component was found, if the document tells.
  public Inventory inventory() {
    Inventory main = inventories.getFirst();
    Map<String, String> paths = paths();
    List<NotEvaluated> gaps = new ArrayList<>(main.notEvaluated());
    entries.stream()
        .map(Entry::notEvaluated)
        .forEach(
            gap -> {
              if (gap != null) {
                gaps.add(gap);
              }
            });
    for (Inventory other : inventories.subList(1, inventories.size())) {
      gaps.add(ofAnotherDistribution(other, main));
    }
    return new Inventory(
        main.target(),
        main.os(),
        main.kernel(),
        main.packages().stream().map(one -> found(one, paths)).toList(),
        main.subscriptions(),
        main.repositories(),
        main.modules(),
        gaps);
  }

  private Map<String, String> paths() {
    Map<String, String> paths = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.path() != null && !entry.path().isBlank()) {
        paths.put(entry.ref(), entry.path());
      }
    }
    return paths;
  }

  private static InstalledPackage found(InstalledPackage one, Map<String, String> paths) {
    return new InstalledPackage(
        one.type(),
        one.name(),
        one.version(),
        one.architecture(),
        one.state(),
        one.sourceName(),
        one.sourceVersion(),
        one.vendor(),
        one.module(),
        one.maintainer(),
        one.licence(),
        paths.getOrDefault(one.evidence(), one.evidence()));
  }

  private static NotEvaluated ofAnotherDistribution(Inventory other, Inventory main) {
    int count = other.packages().size();
    return new NotEvaluated(
        count + (count == 1 ? " package of " : " packages of ") + name(other.os()),
        NotEvaluated.Reason.AMBIGUOUS,
        "the document names packages of several distributions; one resource is judged as "
            + name(main.os()),
        NotEvaluated.Gap.PART);
  }

  private static String name(@Nullable OperatingSystem os) {
    if (os == null) {
      return "no known distribution";
    }
    return os.versionId().isEmpty() ? os.id() : os.id() + " " + os.versionId();
  }
}
