package dev.assay.inventory.runtime;

import dev.assay.inventory.FileOwner;
import dev.assay.inventory.FileOwners;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.runtime.Hardening;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.ProgramFile.OwningPackage;
import dev.assay.scap.host.HostFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Describes files that processes run: whose they are, who may change them, how they were built.
final class ProgramFiles {
  private final FileWriters writers;
  private final FileOwners owners;
  private final HardeningLookup hardening;
  private final Map<String, String> versions = new HashMap<>();
  private final Consumer<NotEvaluated> gaps;

  ProgramFiles(
      HostFiles host,
      FileOwners owners,
      List<InstalledPackage> packages,
      HardeningLookup hardening,
      Consumer<NotEvaluated> gaps) {
    this.writers = new FileWriters(host, gaps);
    this.owners = owners;
    this.hardening = hardening;
    this.gaps = gaps;
    packages.forEach(one -> versions.putIfAbsent(one.name(), one.version()));
  }

  /// @param replaced whether what lies there now is not what runs: then only its package is told
  ProgramFile describe(String path, boolean replaced) {
    return replaced
        ? new ProgramFile(path, owner(path), null, null)
        : new ProgramFile(path, owner(path), writers.of(path), built(path));
  }

  private @Nullable OwningPackage owner(String path) {
    return owners
        .ownerOf(path)
        .map(FileOwner::name)
        .map(name -> new OwningPackage(name, versions.getOrDefault(name, "")))
        .orElse(null);
  }

  private @Nullable Hardening built(String path) {
    return hardening.of(path).orReport(Gap.PART, gaps).orElse(null);
  }
}
