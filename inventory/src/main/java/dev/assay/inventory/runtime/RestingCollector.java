package dev.assay.inventory.runtime;

import dev.assay.inventory.FileOwners;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.RestingProgram;
import dev.assay.model.runtime.RuntimeSample;
import dev.assay.scap.host.Host;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Looks at what a host would run that is at rest: the programs that a start of it would start, and
/// those that take their owner's rights. Other programs run when somebody starts them, with no more
/// rights than his own.
public final class RestingCollector {
  private final Host host;
  private final FileOwners owners;
  private final HardeningLookup hardening;

  public RestingCollector(Host host, FileOwners owners, HardeningLookup hardening) {
    this.host = host;
    this.owners = owners;
    this.hardening = hardening;
  }

  /// What is known of a program until all is read.
  private static final class Sketch {
    private final SortedSet<String> startedBy = new TreeSet<>();
    private boolean setUserId;
    private boolean root;
  }

  /// Looks at the programs. A host that has none of either kind is at rest without any.
  ///
  /// @param packages whose versions are told with the files that they own
  public RuntimeSample collect(Instant now, List<InstalledPackage> packages) {
    List<NotEvaluated> gaps = new ArrayList<>();
    SortedMap<String, Sketch> programs = new TreeMap<>();
    new StartedServices(host, gaps::add)
        .read(
            (path, service, root) -> {
              Sketch sketch = programs.computeIfAbsent(path, any -> new Sketch());
              sketch.startedBy.add(service);
              sketch.root |= root;
            });
    new SetUserIds(host, gaps::add)
        .find()
        .forEach(
            (path, owner) -> {
              Sketch sketch = programs.computeIfAbsent(path, any -> new Sketch());
              sketch.setUserId = true;
              sketch.root |= owner == 0;
            });
    ProgramFiles files = new ProgramFiles(host, owners, packages, hardening, gaps::add);
    List<RestingProgram> resting = new ArrayList<>();
    List<ProgramFile> described = new ArrayList<>();
    programs.forEach(
        (path, sketch) -> {
          resting.add(
              new RestingProgram(
                  path, List.copyOf(sketch.startedBy), sketch.setUserId, sketch.root));
          described.add(files.describe(path, false));
        });
    gaps.addAll(owners.notEvaluated());
    return RuntimeSample.atRest(now, resting, described, gaps.stream().distinct().toList());
  }
}
