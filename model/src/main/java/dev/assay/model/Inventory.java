package dev.assay.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was read from a resource.
///
/// @param target the resource's name as the user gave it
/// @param os null where it could not be identified
/// @param subscriptions Ubuntu Pro services that are enabled, `esm-infra`, `esm-apps`
/// @param repositories ids of the enabled package repositories (yum, dnf, zypper; Amazon extras
///     as `extras:TOPIC`); null where they are not known
/// @param modules RPM modules enabled, `nodejs:18`
/// @param notEvaluated what could not be read
public record Inventory(
    String target,
    @Nullable OperatingSystem os,
    Kernel kernel,
    List<InstalledPackage> packages,
    Set<String> subscriptions,
    @Nullable Set<String> repositories,
    Set<String> modules,
    List<NotEvaluated> notEvaluated) {
  public Inventory {
    packages = List.copyOf(packages);
    subscriptions = Set.copyOf(subscriptions);
    repositories = repositories == null ? null : Set.copyOf(repositories);
    modules = Set.copyOf(modules);
    notEvaluated = List.copyOf(notEvaluated);
  }
}
