package dev.assay.match;

import dev.assay.model.Ecosystem;
import dev.assay.model.Inventory;
import dev.assay.model.OperatingSystem;
import dev.assay.model.Trace.Step;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which repositories of an ecosystem concern a resource: Ubuntu's ESM needs a subscription,
/// Amazon's extras an enabled topic, Red Hat's update streams and layered products an enabled
/// repository.
final class RepositoryRule {
  private static final Reach ENABLED = new Reach.Enabled();
  private static final List<String> UPDATE_STREAMS = List.of("eus", "aus", "tus", "e4s");

  private final Ecosystem ecosystem;
  private final Set<String> subscriptions;
  private final @Nullable Set<String> repositories;
  private final String versionId;

  RepositoryRule(Ecosystem ecosystem, Inventory inventory) {
    this.ecosystem = ecosystem;
    this.subscriptions = inventory.subscriptions();
    this.repositories = inventory.repositories();
    OperatingSystem os = inventory.os();
    this.versionId = os == null ? "" : os.versionId();
  }

  Reach reach(String repository) {
    if (repository.isEmpty()) {
      return ENABLED;
    }
    return switch (ecosystem.name()) {
      case "ubuntu" -> ubuntu(repository);
      case "amazon" -> amazon(repository);
      case "redhat" -> redHat(repository);
      case "sles" -> suse(repository);
      default -> ENABLED;
    };
  }

  private Reach ubuntu(String repository) {
    if (subscriptions.contains(repository)) {
      return ENABLED;
    }
    return switch (repository) {
      case "esm-infra", "esm-apps" -> new Reach.NeedsSubscription(repository);
      default ->
          new Reach.Elsewhere(
              new Step("repository", "the Ubuntu Pro service " + repository + " is not enabled"));
    };
  }

  private Reach amazon(String repository) {
    if (!repository.startsWith("extras:")) {
      return ENABLED;
    }
    if (repositories == null) {
      return new Reach.Unknown(
          new Step("repository", "whether " + repository + " is enabled is not known"));
    }
    return repositories.contains(repository)
        ? ENABLED
        : new Reach.Elsewhere(new Step("repository", repository + " is not enabled"));
  }

  private Reach redHat(String cpe) {
    if (cpe.equals("enterprise_linux:" + ecosystem.release())
        || cpe.startsWith("enterprise_linux:" + ecosystem.release() + ":")) {
      return ENABLED;
    }
    for (String stream : UPDATE_STREAMS) {
      String product = "rhel_" + stream + ":";
      if (cpe.startsWith(product)) {
        boolean mine = cpe.startsWith(product + versionId) && anyRepository("-" + stream + "-");
        return mine
            ? ENABLED
            : new Reach.Elsewhere(
                new Step("repository", "the update stream " + cpe + " is not enabled"));
      }
    }
    return new Reach.Unknown(
        new Step("repository", "whether the product " + cpe + " is enabled is not known"));
  }

  /// Whether a stream of the minor release decides before the main one.
  static boolean isUpdateStream(String repository) {
    return UPDATE_STREAMS.stream().anyMatch(s -> repository.startsWith("rhel_" + s + ":"));
  }

  private boolean anyRepository(String infix) {
    return repositories != null && repositories.stream().anyMatch(r -> r.contains(infix));
  }

  private Reach suse(String product) {
    if ((product.contains("LTSS") || product.contains("ESPOS")) && !anyRepository("LTSS")) {
      return new Reach.NeedsSubscription(product);
    }
    return ENABLED;
  }
}
