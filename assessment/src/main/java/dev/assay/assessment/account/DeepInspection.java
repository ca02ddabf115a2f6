package dev.assay.assessment.account;

import java.util.List;

/// Where on a host packages are looked for besides what its package manager knows.
///
/// @param activated whether it is done at all
/// @param paths the account's own directories
/// @param organizationPaths the directories for all members, where the account administers others
public record DeepInspection(
    boolean activated, List<String> paths, List<String> organizationPaths) {

  /// What holds where an account has chosen nothing.
  public static final DeepInspection DEFAULT = new DeepInspection(false, List.of(), List.of());

  public DeepInspection {
    paths = List.copyOf(paths);
    organizationPaths = List.copyOf(organizationPaths);
  }

  public DeepInspection withActivated(boolean now) {
    return new DeepInspection(now, paths, organizationPaths);
  }

  public DeepInspection withPaths(List<String> now) {
    return new DeepInspection(activated, now, organizationPaths);
  }

  public DeepInspection withOrganizationPaths(List<String> now) {
    return new DeepInspection(activated, paths, now);
  }
}
