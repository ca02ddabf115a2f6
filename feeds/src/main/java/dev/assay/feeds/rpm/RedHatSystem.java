package dev.assay.feeds.rpm;

import java.util.Set;

/// Which of Red Hat's products are the system itself, in one of its update streams or add-ons: the
/// version in such a product's CPE is that of the system.
public final class RedHatSystem {
  private static final Set<String> PRODUCTS =
      Set.of(
          "enterprise_linux",
          "enterprise_linux_eus",
          "rhel",
          "rhel_atomic",
          "rhel_aus",
          "rhel_cluster",
          "rhel_cluster_storage",
          "rhel_e4s",
          "rhel_els",
          "rhel_eus",
          "rhel_eus_long_life",
          "rhel_mission_critical",
          "rhel_productivity",
          "rhel_rhn_tools",
          "rhel_sjis",
          "rhel_tus",
          "rhel_virtualization");

  private RedHatSystem() {}

  /// Whether it is, by the product's name in a CPE. The extras have one name for each of theirs.
  public static boolean isProduct(String name) {
    return PRODUCTS.contains(name) || name.startsWith("rhel_extras");
  }
}
