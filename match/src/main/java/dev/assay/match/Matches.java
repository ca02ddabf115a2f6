package dev.assay.match;

import dev.assay.model.Ecosystem;
import dev.assay.model.Inventory;
import dev.assay.model.NotEvaluated;
import dev.assay.model.ReleaseLife;
import dev.assay.model.VulnerabilityId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was decided about an inventory: which package has which vulnerability and by which steps,
/// and what could not be decided. Nothing has been read yet of what the vulnerabilities are.
public final class Matches {
  private final Inventory inventory;
  private final @Nullable Ecosystem ecosystem;
  private final @Nullable ReleaseLife life;
  private final Map<VulnerabilityId, List<MatchedPackage>> affected;
  private final List<NotEvaluated> notEvaluated;

  Matches(
      Inventory inventory,
      @Nullable Ecosystem ecosystem,
      @Nullable ReleaseLife life,
      Map<VulnerabilityId, List<MatchedPackage>> affected,
      List<NotEvaluated> notEvaluated) {
    this.inventory = inventory;
    this.ecosystem = ecosystem;
    this.life = life;
    this.affected = affected;
    this.notEvaluated = List.copyOf(notEvaluated);
  }

  /// By the names that the advisories use; two may be one vulnerability.
  public Set<VulnerabilityId> vulnerabilities() {
    return Set.copyOf(affected.keySet());
  }

  public List<NotEvaluated> notEvaluated() {
    return notEvaluated;
  }

  Inventory inventory() {
    return inventory;
  }

  /// Null where the operating system is unknown.
  @Nullable Ecosystem ecosystem() {
    return ecosystem;
  }

  /// Null where its support dates are unknown.
  @Nullable ReleaseLife life() {
    return life;
  }

  Map<VulnerabilityId, List<MatchedPackage>> affected() {
    return affected;
  }
}
