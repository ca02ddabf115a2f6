package dev.assay.inventory.rpm;

import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What came of reading one database: its packages, and what was lost. A database with a single
/// lost header is a whole gap, since nobody knows which package it was.
final class DatabaseReading implements HeaderDatabase.Sink {
  private static final int MOST_PACKAGES = 500_000;
  private static final int MOST_LOSSES = 100;
  private static final int SHOWN_LOSSES = 3;

  private final String path;
  private final List<InstalledPackage> packages = new ArrayList<>();
  private final Set<Long> instances = new HashSet<>();
  private final List<DamagedException> losses = new ArrayList<>();
  private @Nullable DamagedException end;

  DatabaseReading(String path) {
    this.path = path;
  }

  @Override
  public void header(long instance, Octets blob) {
    if (!instances.add(instance)) {
      return; // a crash of rpm can leave a header in two places
    }
    if (packages.size() == MOST_PACKAGES) {
      throw new DamagedException(
          Reason.LIMIT, "No more than " + MOST_PACKAGES + " packages are read.");
    }
    try {
      InstalledPackage installed = PackageHeader.read(RpmHeader.parse(blob), path);
      if (installed != null) {
        packages.add(installed);
      }
    } catch (DamagedException e) {
      lost(e.reason(), "Header " + instance + ": " + e.getMessage());
    }
  }

  @Override
  public void lost(Reason reason, String why) {
    if (losses.size() == MOST_LOSSES) {
      throw new DamagedException(reason, "So much is damaged that the rest was not read.");
    }
    losses.add(new DamagedException(reason, why));
  }

  /// Notes what ended the reading.
  void endedBy(DamagedException damage) {
    end = damage;
  }

  List<InstalledPackage> packages() {
    return packages;
  }

  Optional<NotEvaluated> gap() {
    List<DamagedException> told = new ArrayList<>(losses.stream().limit(SHOWN_LOSSES).toList());
    if (end != null) {
      told.add(end);
    }
    if (told.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder why = new StringBuilder();
    if (!packages.isEmpty()) {
      why.append(packages.size()).append(" packages were read; others are lost. ");
    }
    told.forEach(loss -> why.append(loss.getMessage()).append(' '));
    if (losses.size() > SHOWN_LOSSES) {
      why.append("And ").append(losses.size() - SHOWN_LOSSES).append(" losses more.");
    }
    return Optional.of(gap(path, told.getFirst().reason(), why.toString().strip(), Gap.WHOLE));
  }

  static NotEvaluated gap(String path, Reason reason, String why, Gap gap) {
    return new NotEvaluated("rpm database " + path, reason, why, gap);
  }
}
