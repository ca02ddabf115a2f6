package dev.assay.inventory.rpm;

import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What came of reading one database: what was made of its headers, and what was lost. A database
/// with a single lost header is a whole gap, since nobody knows which package it was.
///
/// @param <T> what is made of a header
final class DatabaseReading<T> implements HeaderDatabase.Sink {
  private static final int MOST_PACKAGES = 500_000;
  private static final int MOST_LOSSES = 100;
  private static final int SHOWN_LOSSES = 3;

  private final String path;
  private final HeaderReader<T> reader;
  private final List<T> found = new ArrayList<>();
  private final Set<Long> instances = new HashSet<>();
  private final List<DamagedException> losses = new ArrayList<>();
  private @Nullable DamagedException end;

  DatabaseReading(String path, HeaderReader<T> reader) {
    this.path = path;
    this.reader = reader;
  }

  @Override
  public void header(long instance, Octets blob) {
    if (!instances.add(instance)) {
      return; // a crash of rpm can leave a header in two places
    }
    if (found.size() == MOST_PACKAGES) {
      throw new DamagedException(
          Reason.LIMIT, "No more than " + MOST_PACKAGES + " packages are read.");
    }
    try {
      reader.read(RpmHeader.parse(blob), path).ifPresent(found::add);
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

  List<T> found() {
    return found;
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
    if (!found.isEmpty()) {
      why.append(found.size()).append(" packages were read; others are lost. ");
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
