package dev.assay.inventory.sbom;

import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.OperatingSystem;
import dev.assay.model.PackageType;
import dev.assay.model.Sbom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings the components of a document together: packages by their distribution, and a reason for
/// each component that is none.
final class Assembly {
  private final String target;
  private final Kernel kernel;
  private final List<OperatingSystem> named;
  private final List<Group> groups = new ArrayList<>();
  private final List<Sbom.Entry> entries = new ArrayList<>();
  private final List<NotEvaluated> gaps;

  /// @param gaps what the document says was not read when it was made
  Assembly(String target, Kernel kernel, List<Component> components, List<NotEvaluated> gaps) {
    this.target = target;
    this.kernel = kernel;
    this.gaps = new ArrayList<>(gaps);
    this.named =
        components.stream()
            .filter(one -> one.type().equals(Component.OPERATING_SYSTEM))
            .map(Distribution::of)
            .flatMap(Optional::stream)
            .toList();
    components.forEach(this::take);
  }

  /// Packages of one distribution.
  private static final class Group {
    private final OperatingSystem os;
    private final List<InstalledPackage> packages = new ArrayList<>();
    private boolean sourcesNamed;

    Group(OperatingSystem os) {
      this.os = os;
    }

    /// deb and apk advisories name sources.
    boolean lacksSources() {
      return !sourcesNamed && packages.stream().anyMatch(one -> one.type() != PackageType.RPM);
    }
  }

  Sbom sbom() {
    List<Group> ordered =
        groups.stream()
            .sorted(Comparator.comparingInt((Group group) -> group.packages.size()).reversed())
            .toList();
    List<Inventory> inventories = new ArrayList<>();
    for (Group group : ordered) {
      List<NotEvaluated> own =
          new ArrayList<>(inventories.isEmpty() ? gaps : List.<NotEvaluated>of());
      if (group.lacksSources()) {
        own.add(Gaps.withoutSources(group.os));
      }
      inventories.add(inventory(group.os, group.packages, own));
    }
    if (inventories.isEmpty()) {
      OperatingSystem os = named.isEmpty() ? null : named.getFirst();
      if (os == null) {
        gaps.add(Gaps.withoutOperatingSystem(entries.size()));
      }
      inventories.add(inventory(os, List.of(), gaps));
    }
    return new Sbom(entries, inventories);
  }

  private Inventory inventory(
      @Nullable OperatingSystem os, List<InstalledPackage> packages, List<NotEvaluated> own) {
    return new Inventory(target, os, kernel, packages, Set.of(), null, Set.of(), own);
  }

  private void take(Component component) {
    NotEvaluated gap =
        component.type().equals(Component.OPERATING_SYSTEM)
            ? operatingSystem(component)
            : judgeable(component);
    entries.add(
        new Sbom.Entry(
            component.ref(),
            component.type(),
            component.name(),
            component.version(),
            component.purl(),
            component.path(),
            gap));
  }

  private static @Nullable NotEvaluated operatingSystem(Component component) {
    return Distribution.of(component).isPresent()
        ? null
        : component.notEvaluated(Reason.UNKNOWN_OS, "it names no release of a distribution");
  }

  /// Why it cannot be judged; null where it can, and is among the packages then.
  private @Nullable NotEvaluated judgeable(Component component) {
    if (component.purl() == null) {
      return component.notEvaluated(
          Reason.UNSUPPORTED, "it has no package URL, so that no advisory can be looked up");
    }
    PackageUrl purl;
    try {
      purl = PackageUrl.parse(component.purl());
    } catch (IllegalArgumentException malformed) {
      return component.notEvaluated(
          Reason.UNPARSEABLE, "its package URL cannot be read: " + malformed.getMessage());
    }
    if (SbomPackage.type(purl).isEmpty()) {
      return component.notEvaluated(
          Reason.UNSUPPORTED, "this version has no advisories for pkg:" + purl.type());
    }
    if (purl.version() == null) {
      return component.notEvaluated(Reason.VERSION_UNPARSEABLE, "its package URL names no version");
    }
    Optional<OperatingSystem> os = system(component, purl);
    if (os.isEmpty()) {
      return component.notEvaluated(
          Reason.UNKNOWN_OS,
          "neither its package URL (distro=) nor the document names the distribution's release");
    }
    Group group = group(os.get());
    group.packages.add(SbomPackage.of(component, purl));
    group.sourcesNamed |= SbomPackage.namesSource(component, purl);
    return null;
  }

  /// The package URL comes before the document, which knows it more exactly where both agree.
  private Optional<OperatingSystem> system(Component component, PackageUrl purl) {
    Optional<OperatingSystem> said = Distribution.of(purl, component.ref());
    if (said.isPresent()) {
      return named.stream()
          .filter(one -> Distribution.same(one, said.get()))
          .findFirst()
          .or(() -> said);
    }
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  private Group group(OperatingSystem os) {
    for (Group group : groups) {
      if (Distribution.same(group.os, os)) {
        return group;
      }
    }
    Group added = new Group(os);
    groups.add(added);
    return added;
  }
}
