package dev.assay.inventory.runtime;

import dev.assay.inventory.FileOwner;
import dev.assay.inventory.FileOwnership;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.runtime.Hardening;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.ProgramFile.OwningPackage;
import dev.assay.model.runtime.ProgramFile.Writers;
import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Describes files that processes run: whose they are, who may change them, how they were built.
final class ProgramFiles {
  private static final int GROUP_WRITES = 0020;
  private static final int OTHERS_WRITE = 0002;

  private final Host host;
  private final FileOwnership ownership;
  private final HardeningLookup hardening;
  private final Map<String, String> versions = new HashMap<>();
  private final Consumer<NotEvaluated> gaps;

  ProgramFiles(
      Host host,
      FileOwnership ownership,
      List<InstalledPackage> packages,
      HardeningLookup hardening,
      Consumer<NotEvaluated> gaps) {
    this.host = host;
    this.ownership = ownership;
    this.hardening = hardening;
    this.gaps = gaps;
    packages.forEach(one -> versions.putIfAbsent(one.name(), one.version()));
  }

  /// @param replaced whether what lies there now is not what runs: then only its package is told
  ProgramFile describe(String path, boolean replaced) {
    return replaced
        ? new ProgramFile(path, owner(path), null, null)
        : new ProgramFile(path, owner(path), writers(path), built(path));
  }

  private @Nullable OwningPackage owner(String path) {
    return ownership
        .ownerOf(path)
        .map(FileOwner::name)
        .map(name -> new OwningPackage(name, versions.getOrDefault(name, "")))
        .orElse(null);
  }

  private @Nullable Writers writers(String path) {
    return switch (host.file(path)) {
      case Reading.Read<HostFile>(HostFile file) ->
          new Writers(
              file.uid() != 0, file.gid() != 0 && file.has(GROUP_WRITES), file.has(OTHERS_WRITE));
      case Reading.Absent<HostFile> absent -> null;
      case Reading.Unreadable<HostFile>(String why) -> {
        gaps.accept(new NotEvaluated(path, Reason.UNREADABLE, why, Gap.PART));
        yield null;
      }
    };
  }

  private @Nullable Hardening built(String path) {
    return hardening.of(path).orReport(Gap.PART, gaps).orElse(null);
  }
}
