package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import dev.assay.scap.oval.VariableCollector;
import dev.assay.scap.systemd.UnitFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The collectors of every type of object that can be read off a host here. A type that is not
/// among them is not collected, which makes its tests unknown.
public final class Collectors {
  /// These say nothing of a host that does not run; OpenSCAP calls them not applicable offline.
  private static final List<String> ONLY_RUNNING =
      List.of("uname", "interface", "inetlisteningservers", "routingtable");

  private static final List<String> RUN_TIME =
      List.of(
          "environmentvariable58",
          "uname",
          "interface",
          "inetlisteningservers",
          "process58",
          "routingtable",
          "selinuxboolean");
  private static final String NOT_RUNNING =
      "The host is not running, so its run-time state is not known.";

  private Collectors() {}

  /// Collectors over one host, by the type of object. They share what they read.
  public static Map<String, ObjectCollector> over(Host host, Semantics semantics) {
    FileFinder finder = new FileFinder(host);
    Map<String, ObjectCollector> collectors = new TreeMap<>();
    collectors.put("file", new FileCollector(host, finder, semantics));
    collectors.put("textfilecontent54", new TextFileContentCollector(host, finder));
    collectors.put("xmlfilecontent", new XmlFileContentCollector(host, finder));
    collectors.put("yamlfilecontent", new YamlFileContentCollector(host, finder));
    collectors.put("symlink", new SymlinkCollector(host));
    collectors.put("password", AccountCollector.passwords(host));
    collectors.put("shadow", AccountCollector.shadows(host));
    collectors.put("dpkginfo", PackageCollector.debs(host));
    collectors.put("rpminfo", PackageCollector.rpms(host));
    collectors.put("rpmverifyfile", new RpmVerifyFileCollector(host));
    collectors.put("sysctl", new SysctlCollector(host));
    collectors.put("partition", new PartitionCollector(host));
    collectors.put(
        "family",
        request -> Collected.all(List.of(Item.draft("family").text("family", "unix").exists())));
    collectors.put("filehash58", new FileHashCollector(host, finder));
    collectors.put("runlevel", new RunlevelCollector(host));
    collectors.put("selinuxboolean", new SelinuxBooleanCollector(host));
    collectors.put("selinuxsecuritycontext", new SecurityContextCollector(host, finder));
    collectors.put("uname", new UnameCollector(host));
    collectors.put("interface", new InterfaceCollector(host));
    collectors.put("inetlisteningservers", new ListeningServerCollector(host, semantics));
    collectors.put("process58", new ProcessCollector(host));
    collectors.put("environmentvariable58", new EnvironmentCollector(host));
    UnitFilesOnce units = new UnitFilesOnce(host);
    collectors.put("systemdunitproperty", new UnitPropertyCollector(host, units));
    collectors.put("systemdunitdependency", new UnitDependencyCollector(units));
    if (semantics == Semantics.OPENSCAP) {
      collectors.put("variable", VariableCollector.withoutGaps());
    }
    if (!host.isRunning()) {
      switch (semantics) {
        case OPENSCAP -> likeOpenScap(collectors);
        case EVIDENCE -> byConfiguration(host, collectors);
      }
    }
    return collectors;
  }

  /// What is configured stands for what would run; of the rest nothing is known.
  private static void byConfiguration(Host host, Map<String, ObjectCollector> collectors) {
    RUN_TIME.forEach(
        type -> collectors.put(type, request -> Collected.none(Flag.NOT_COLLECTED, NOT_RUNNING)));
    collectors.put("sysctl", new ConfiguredSysctlCollector(host));
    collectors.put("partition", new ConfiguredPartitionCollector(host));
  }

  /// Offline it finds no run-time state, and takes that for its absence; it cannot reach systemd.
  private static void likeOpenScap(Map<String, ObjectCollector> collectors) {
    for (String type : List.of("environmentvariable58", "process58")) {
      collectors.put(type, request -> Collected.all(List.of()));
    }
    for (String type : List.of("systemdunitproperty", "systemdunitdependency")) {
      collectors.put(
          type, request -> Collected.none(Flag.NOT_COLLECTED, "systemd cannot be asked offline."));
    }
    ONLY_RUNNING.forEach(
        type -> collectors.put(type, request -> Collected.none(Flag.NOT_APPLICABLE, NOT_RUNNING)));
  }

  /// The unit files are listed when the first object asks for them.
  private static final class UnitFilesOnce implements Supplier<UnitFiles> {
    private final Host host;
    private @Nullable UnitFiles files;

    UnitFilesOnce(Host host) {
      this.host = host;
    }

    @Override
    public UnitFiles get() {
      UnitFiles known = files;
      if (known == null) {
        known = UnitFiles.of(host);
        files = known;
      }
      return known;
    }
  }
}
