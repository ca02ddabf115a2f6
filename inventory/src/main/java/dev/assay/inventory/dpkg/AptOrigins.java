package dev.assay.inventory.dpkg;

import dev.assay.inventory.dpkg.AptLists.AptList;
import dev.assay.inventory.tree.FileTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.OperatingSystem;
import dev.assay.model.PackageType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds the packages that came from a third party, by the lists apt keeps of its repositories.
///
/// dpkg does not remember where a package came from. A package is taken for a third party's if a
/// third party's list offers this very version and no list of the distribution does. The
/// distribution's lists may be 50 MB; they are opened only to confirm such a package, and only
/// where there is one.
public final class AptOrigins {
  private AptOrigins() {}

  /// The packages, those of a third party with its name as their vendor.
  public static List<InstalledPackage> name(
      List<InstalledPackage> packages,
      FileTree tree,
      @Nullable OperatingSystem os,
      Consumer<NotEvaluated> gaps) {
    List<AptList> lists = AptLists.of(tree, gaps);
    DistributionOrigins distribution = DistributionOrigins.of(os);
    List<AptList> foreign =
        lists.stream().filter(list -> !distribution.contains(list.origin())).toList();
    Set<String> installed = new HashSet<>();
    for (InstalledPackage candidate : packages) {
      if (candidate.type() == PackageType.DEB && !foreign.isEmpty()) {
        installed.add(key(candidate.name(), candidate.version()));
      }
    }
    Map<String, String> origins = offered(foreign, installed, tree, gaps);
    if (origins.isEmpty()) {
      return packages;
    }
    List<AptList> own =
        lists.stream().filter(list -> distribution.contains(list.origin())).toList();
    offered(own, Set.copyOf(origins.keySet()), tree, gap -> {}).keySet().forEach(origins::remove);
    return packages.stream().map(installedPackage -> named(installedPackage, origins)).toList();
  }

  /// Which of the packages the lists offer, with the origin of the list.
  private static Map<String, String> offered(
      List<AptList> lists, Set<String> packages, FileTree tree, Consumer<NotEvaluated> gaps) {
    Map<String, String> origins = new HashMap<>();
    for (AptList list : lists) {
      if (!list.isReadable()) {
        gaps.accept(
            new NotEvaluated(
                list.path(),
                Reason.UNSUPPORTED,
                "apt keeps the list of packages from "
                    + list.origin()
                    + " compressed in a form that is not read; packages from there are judged as"
                    + " the distribution's.",
                Gap.PART));
        continue;
      }
      list.read(
          tree,
          (name, version) -> {
            String key = key(name, version);
            if (packages.contains(key)) {
              origins.putIfAbsent(key, list.origin());
            }
          },
          gaps);
    }
    return origins;
  }

  private static String key(String name, String version) {
    return name + ' ' + version;
  }

  private static InstalledPackage named(InstalledPackage p, Map<String, String> origins) {
    String origin = p.type() == PackageType.DEB ? origins.get(key(p.name(), p.version())) : null;
    return origin == null
        ? p
        : new InstalledPackage(
            p.type(),
            p.name(),
            p.version(),
            p.architecture(),
            p.state(),
            p.sourceName(),
            p.sourceVersion(),
            origin,
            p.module(),
            p.maintainer(),
            p.licence(),
            p.evidence());
  }
}
