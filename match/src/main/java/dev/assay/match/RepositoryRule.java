package dev.assay.match;

import dev.assay.model.AffectedPackage;
import dev.assay.model.Ecosystem;
import dev.assay.model.Inventory;
import dev.assay.model.OperatingSystem;
import dev.assay.model.Trace.Step;
import dev.assay.model.VersionRange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which repositories of an ecosystem concern a resource's package: Ubuntu's ESM needs a
/// subscription, Amazon's extras an enabled topic, Red Hat's update streams and layered products
/// an enabled repository, a build of an interest group of Rocky Linux a package of that group.
final class RepositoryRule {
  private static final Reach ENABLED = new Reach.Enabled();
  private static final List<String> UPDATE_STREAMS = List.of("eus", "aus", "tus", "e4s");

  /// Words in the names of SUSE's products that carry fixes beyond the general support, which are
  /// also in the names of their repositories. SAP's edition is supported longer than the plain one.
  private static final List<String> LONG_SUPPORT =
      List.of("LTSS", "ESPOS", "BCL", "TERADATA", "SAP");

  private static final String ROCKY_GROUP = "sig-";
  private static final String AMAZON_KERNEL = "extras:kernel-";
  private static final String LIVE_PATCH = "kernel-livepatch-";

  private final Ecosystem ecosystem;
  private final Set<String> subscriptions;
  private final @Nullable Set<String> repositories;
  private final String versionId;
  private final boolean isForSap;

  RepositoryRule(Ecosystem ecosystem, Inventory inventory) {
    this.ecosystem = ecosystem;
    this.subscriptions = inventory.subscriptions();
    this.repositories = inventory.repositories();
    OperatingSystem os = inventory.os();
    this.versionId = os == null ? "" : os.versionId();
    this.isForSap = os != null && (os.id() + " " + os.cpeName()).contains("sles_sap");
  }

  Reach reach(Subject subject, AffectedPackage affected) {
    String repository = affected.repository();
    if (repository.isEmpty()) {
      return ENABLED;
    }
    return switch (ecosystem.name()) {
      case "ubuntu" -> ubuntu(repository);
      case "amazon" -> amazon(subject, repository);
      case "rocky" -> rocky(subject, affected);
      case "redhat" -> redHat(repository);
      case "sles" -> suse(repository);
      default -> ENABLED;
    };
  }

  private Reach ubuntu(String repository) {
    if (subscriptions.contains(repository)) {
      return ENABLED;
    }
    return repository.startsWith("esm-")
        ? new Reach.NeedsSubscription(repository)
        : new Reach.Elsewhere(
            new Step("repository", "the Ubuntu Pro service " + repository + " is not enabled"));
  }

  /// The core is everybody's; live patches have names of their own. A topic with another kernel is
  /// told by that kernel's version, whether or not it is still enabled. A package of any other
  /// repository stays installed after the repository was disabled, so that it is no answer that it
  /// is not enabled now.
  private Reach amazon(Subject subject, String repository) {
    if (repository.equals("core") || repository.equals("livepatch")) {
      return ENABLED;
    }
    if (repository.startsWith(AMAZON_KERNEL)) {
      return kernelTopic(subject, repository);
    }
    if (repositories == null) {
      return unknown("whether " + repository + " is enabled is not known");
    }
    return repositories.contains(repository) || anyRepository(id -> id.endsWith("-" + repository))
        ? ENABLED
        : unknown(repository + " is not enabled; whether the package came from there is not known");
  }

  private static Reach kernelTopic(Subject subject, String repository) {
    String line = repository.substring(AMAZON_KERNEL.length()) + ".";
    String installed =
        subject.name().startsWith(LIVE_PATCH)
            ? subject.name().substring(LIVE_PATCH.length())
            : subject.version().substring(subject.version().indexOf(':') + 1);
    return installed.startsWith(line)
        ? ENABLED
        : new Reach.Elsewhere(
            new Step("repository", repository + " has another kernel than " + installed));
  }

  /// A group rebuilds packages of the release under the same names and puts its own name into
  /// their release: `4.18.0-425.10.1.el8_7.cloud`. For rpm such a build is the newer one, so its
  /// errata would hold for every package that is not of the group.
  private static Reach rocky(Subject subject, AffectedPackage affected) {
    String repository = affected.repository();
    if (!repository.startsWith(ROCKY_GROUP)) {
      return ENABLED;
    }
    String mark = repository.substring(ROCKY_GROUP.length());
    boolean marked =
        !affected.ranges().isEmpty()
            && affected.ranges().stream()
                .map(VersionRange::fixed)
                .allMatch(fixed -> fixed != null && hasMark(fixed, mark));
    if (!marked) {
      return unknown("whether the package is of " + repository + " is not known");
    }
    return hasMark(subject.version(), mark)
        ? ENABLED
        : new Reach.Elsewhere(
            new Step("repository", "the installed package is no build of " + repository));
  }

  private static boolean hasMark(String version, String mark) {
    return (version + ".").contains("." + mark + ".");
  }

  private Reach redHat(String cpe) {
    if (isProduct(cpe, "enterprise_linux:" + ecosystem.release())) {
      return ENABLED;
    }
    if (isProduct(cpe, "rhel_els:" + ecosystem.release())) {
      return anyRepository(id -> id.contains("-els-")) ? ENABLED : new Reach.NeedsSubscription(cpe);
    }
    for (String stream : UPDATE_STREAMS) {
      if (cpe.startsWith("rhel_" + stream + ":")) {
        boolean mine =
            isProduct(cpe, "rhel_" + stream + ":" + versionId)
                && anyRepository(id -> id.contains("-" + stream + "-"));
        return mine
            ? ENABLED
            : new Reach.Elsewhere(
                new Step("repository", "the update stream " + cpe + " is not enabled"));
      }
    }
    return unknown("whether the product " + cpe + " is enabled is not known");
  }

  /// Whether a CPE is of a product and version, whatever its edition: `rhel_eus:8.1` is not
  /// `rhel_eus:8.10`.
  private static boolean isProduct(String cpe, String product) {
    return cpe.equals(product) || cpe.startsWith(product + ":");
  }

  /// Whether a stream of the minor release decides before the main one.
  static boolean isUpdateStream(String repository) {
    return UPDATE_STREAMS.stream().anyMatch(s -> repository.startsWith("rhel_" + s + ":"));
  }

  private Reach suse(String product) {
    return LONG_SUPPORT.stream().filter(product::contains).allMatch(this::isSupported)
        ? ENABLED
        : new Reach.NeedsSubscription(product);
  }

  private boolean isSupported(String support) {
    return (support.equals("SAP") && isForSap) || anyRepository(id -> id.contains(support));
  }

  /// Whether a repository has fixes for what the main one no longer mends.
  static boolean isBeyondTheMainOne(AffectedPackage affected) {
    String repository = affected.repository();
    return switch (affected.ecosystem().name()) {
      case "ubuntu" -> repository.startsWith("esm-");
      case "sles" -> LONG_SUPPORT.stream().anyMatch(repository::contains);
      default -> false;
    };
  }

  private boolean anyRepository(java.util.function.Predicate<String> wanted) {
    return repositories != null && repositories.stream().anyMatch(wanted);
  }

  private static Reach unknown(String why) {
    return new Reach.Unknown(new Step("repository", why));
  }
}
