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

  private Collectors() {}

  /// Collectors over one host, by the type of object. They share what they read.
  public static Map<String, ObjectCollector> over(Host host) {
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
      collectors.put("environmentvariable58", request -> Collected.all(List.of()));
      for (String type : ONLY_RUNNING) {
        collectors.put(
            type, request -> Collected.none(Flag.NOT_APPLICABLE, "The host is not running."));
      }
    }
    return collectors;
  }
}
