package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The collectors of every type of object that can be read off a host here. A type that is not
/// among them is not collected, which makes its tests unknown.
public final class Collectors {
  /// These say nothing of a host that does not run; OpenSCAP calls them not applicable offline.
  private static final List<String> ONLY_RUNNING =
      List.of("uname", "interface", "inetlisteningservers", "process58", "routingtable");

  private static final List<String> RUN_TIME =
      List.of(
          "sysctl",
          "partition",
          "environmentvariable58",
          "uname",
          "interface",
          "inetlisteningservers",
          "process58",
          "routingtable",
          "systemdunitproperty",
          "systemdunitdependency");
  private static final String NOT_RUNNING =
      "The host is not running, so its run-time state is not known.";

  private Collectors() {}

  /// Collectors over one host, by the type of object. They share what they read.
  public static Map<String, ObjectCollector> over(Host host, Semantics semantics) {
    FileFinder finder = new FileFinder(host);
    Map<String, ObjectCollector> collectors = new TreeMap<>();
    collectors.put("file", new FileCollector(finder));
    collectors.put("textfilecontent54", new TextFileContentCollector(host, finder));
    collectors.put("xmlfilecontent", new XmlFileContentCollector(host, finder));
    collectors.put("symlink", new SymlinkCollector(host));
    collectors.put("password", AccountCollector.passwords(host));
    collectors.put("shadow", AccountCollector.shadows(host));
    collectors.put("dpkginfo", PackageCollector.debs(host));
    collectors.put("rpminfo", PackageCollector.rpms(host));
    collectors.put("sysctl", new SysctlCollector(host));
    collectors.put("partition", new PartitionCollector(host));
    collectors.put(
        "family",
        request -> Collected.all(List.of(Item.draft("family").text("family", "unix").exists())));
    if (!host.isRunning()) {
      switch (semantics) {
        case OPENSCAP -> likeOpenScap(collectors);
        case EVIDENCE -> unknown(collectors);
      }
    }
    return collectors;
  }

  private static void unknown(Map<String, ObjectCollector> collectors) {
    RUN_TIME.forEach(
        type -> collectors.put(type, request -> Collected.none(Flag.NOT_COLLECTED, NOT_RUNNING)));
  }

  /// Offline it finds no run-time state, and takes that for its absence.
  private static void likeOpenScap(Map<String, ObjectCollector> collectors) {
    collectors.put("environmentvariable58", request -> Collected.all(List.of()));
    ONLY_RUNNING.forEach(
        type -> collectors.put(type, request -> Collected.none(Flag.NOT_APPLICABLE, NOT_RUNNING)));
  }
}
