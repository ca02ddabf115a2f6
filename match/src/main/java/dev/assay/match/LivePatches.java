package dev.assay.match;

import dev.assay.model.Ecosystem;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.Trace.Outcome;
import dev.assay.model.VulnerabilityId;
import dev.assay.version.InvalidVersionException;
import dev.assay.version.Version;
import dev.assay.version.VersionScheme;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The vulnerabilities that an installed live patch mends in the running kernel, though the
/// kernel's package is older than the fix.
final class LivePatches {
  private static final List<String> PREFIXES = List.of("kernel-livepatch-", "kpatch-patch-");

  private LivePatches() {}

  static Set<VulnerabilityId> mended(
      Inventory inventory, Ecosystem ecosystem, AdvisorySource advisories, StatementJudge judge) {
    if (!(inventory.kernel() instanceof Kernel.Running(String release))) {
      return Set.of();
    }
    Set<VulnerabilityId> mended = new HashSet<>();
    for (InstalledPackage installed : inventory.packages()) {
      if (patches(installed.name(), release)) {
        addMended(installed, ecosystem, advisories, judge, mended);
      }
    }
    return mended;
  }

  /// Whether a live patch's name is for the kernel that runs: `kernel-livepatch-5.10.135-122.509`
  /// and `kpatch-patch-4_18_0-305_10_2` carry its version and release.
  static boolean patches(String packageName, String runningRelease) {
    for (String prefix : PREFIXES) {
      if (packageName.startsWith(prefix)) {
        String kernel = packageName.substring(prefix.length()).replace('_', '.');
        String bare =
            kernel.endsWith("-default") ? kernel.substring(0, kernel.length() - 8) : kernel;
        return runningRelease.equals(bare)
            || runningRelease.startsWith(bare + ".")
            || runningRelease.startsWith(bare + "-");
      }
    }
    return false;
  }

  private static void addMended(
      InstalledPackage installed,
      Ecosystem ecosystem,
      AdvisorySource advisories,
      StatementJudge judge,
      Set<VulnerabilityId> mended) {
    Subject subject = Subject.binary(installed);
    Version version;
    try {
      version = VersionScheme.of(installed.type()).parse(installed.version());
    } catch (InvalidVersionException invalid) {
      return; // the package itself is reported not evaluated where it is judged
    }
    for (Statement statement : advisories.statements(ecosystem, installed.name())) {
      if (judge.judge(subject, version, statement).outcome() == Outcome.FIXED) {
        mended.addAll(statement.vulnerabilities());
      }
    }
  }
}
