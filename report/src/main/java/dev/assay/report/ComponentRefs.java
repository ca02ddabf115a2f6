package dev.assay.report;

import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names of the components of a bill of materials, unique in the document: a package's is its
/// package URL, with a number behind it where several targets or databases name the same one.
final class ComponentRefs {
  private final List<Inventory> inventories;
  private final List<Map<InstalledPackage, String>> refs;

  ComponentRefs(List<Inventory> inventories) {
    this.inventories = inventories;
    Set<String> taken = new HashSet<>();
    refs = inventories.stream().map(inventory -> named(inventory, taken)).toList();
  }

  private static Map<InstalledPackage, String> named(Inventory inventory, Set<String> taken) {
    Map<InstalledPackage, String> named = new HashMap<>();
    for (InstalledPackage installed : inventory.packages()) {
      named.computeIfAbsent(installed, one -> free(one, inventory, taken));
    }
    return named;
  }

  private static String free(InstalledPackage installed, Inventory inventory, Set<String> taken) {
    String purl = PackagePurl.of(installed, inventory.os()).value();
    String ref = purl;
    for (int number = 2; !taken.add(ref); number++) {
      ref = purl + "|" + number;
    }
    return ref;
  }

  /// The packages that have a component in this target, each once, in the inventory's order.
  List<InstalledPackage> components(int target) {
    return inventories.get(target).packages().stream().distinct().toList();
  }

  String of(int target, InstalledPackage installed) {
    String ref = refs.get(target).get(installed);
    if (ref == null) {
      throw new IllegalArgumentException(
          "A finding names a package that the inventory does not have: " + installed.name());
    }
    return ref;
  }

  String target(int target) {
    return "target-" + (target + 1);
  }
}
