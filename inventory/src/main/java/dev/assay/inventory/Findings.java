package dev.assay.inventory;

import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What the readers of one tree have found so far. A gap that several of them met is kept once,
/// and a hostile database cannot fill the memory with gaps.
final class Findings implements PackageCataloguer.Sink {
  private static final int MOST_PARTIAL_GAPS = 10_000;

  private final List<InstalledPackage> packages = new ArrayList<>();
  private final Set<NotEvaluated> gaps = new LinkedHashSet<>();
  private int gapsLeftOut;

  @Override
  public void installed(InstalledPackage installed) {
    packages.add(installed);
  }

  @Override
  public void notEvaluated(NotEvaluated gap) {
    if (gap.gap() == Gap.WHOLE || gaps.size() < MOST_PARTIAL_GAPS) {
      gaps.add(gap);
    } else if (!gaps.contains(gap)) {
      gapsLeftOut++;
    }
  }

  List<InstalledPackage> packages() {
    return packages;
  }

  List<NotEvaluated> notEvaluated() {
    List<NotEvaluated> all = new ArrayList<>(gaps);
    if (gapsLeftOut > 0) {
      all.add(
          new NotEvaluated(
              "package database",
              Reason.LIMIT,
              "More than "
                  + MOST_PARTIAL_GAPS
                  + " gaps were met; "
                  + gapsLeftOut
                  + " are not listed.",
              Gap.WHOLE));
    }
    return all;
  }
}
