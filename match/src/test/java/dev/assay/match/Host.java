package dev.assay.match;

import dev.assay.model.Assessment;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import dev.assay.model.OperatingSystem;
import dev.assay.model.PackageState;
import dev.assay.model.PackageType;
import dev.assay.model.VulnerabilityFinding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A resource for tests: an operating system and its packages, in a few words.
final class Host {
  static final LocalDate TODAY = LocalDate.of(2025, 3, 1);

  private final OperatingSystem os;
  private final PackageType type;
  private final List<InstalledPackage> packages = new ArrayList<>();
  private final Set<String> subscriptions = new HashSet<>();
  private @Nullable Set<String> repositories;
  private Kernel kernel = new Kernel.NotRunning();

  private Host(PackageType type, String id, String versionId) {
    this.type = type;
    this.os =
        new OperatingSystem(
            id, versionId, null, id + " " + versionId, List.of(), null, "x86_64", "etc/os-release");
  }

  static Host debian(String versionId) {
    return new Host(PackageType.DEB, "debian", versionId);
  }

  static Host ubuntu(String versionId) {
    return new Host(PackageType.DEB, "ubuntu", versionId);
  }

  static Host rpm(String id, String versionId) {
    return new Host(PackageType.RPM, id, versionId);
  }

  static Host alpine(String versionId) {
    return new Host(PackageType.APK, "alpine", versionId);
  }

  Host with(String name, String version) {
    return with(name, version, name, version);
  }

  Host with(String name, String version, String sourceName, String sourceVersion) {
    return add(name, version, PackageState.INSTALLED, sourceName, sourceVersion, null, null);
  }

  Host inState(PackageState state, String name, String version) {
    return add(name, version, state, name, version, null, null);
  }

  Host ofVendor(String vendor, String name, String version) {
    return add(name, version, PackageState.INSTALLED, name, version, vendor, null);
  }

  Host ofModule(String label, String name, String version) {
    return add(name, version, PackageState.INSTALLED, name, version, null, label);
  }

  private Host add(
      String name,
      String version,
      PackageState state,
      String sourceName,
      String sourceVersion,
      @Nullable String vendor,
      @Nullable String module) {
    packages.add(
        new InstalledPackage(
            type,
            name,
            version,
            "x86_64",
            state,
            sourceName,
            sourceVersion,
            vendor,
            module,
            null,
            null,
            "the package database"));
    return this;
  }

  Host attached(String subscription) {
    subscriptions.add(subscription);
    return this;
  }

  Host repositories(String... enabled) {
    repositories = Set.of(enabled);
    return this;
  }

  Host running(String release) {
    kernel = new Kernel.Running(release);
    return this;
  }

  Host image() {
    kernel = new Kernel.Image();
    return this;
  }

  Inventory inventory() {
    return new Inventory(
        "host", os, kernel, packages, subscriptions, repositories, Set.of(), List.of());
  }

  Assessment assess(Known known) {
    return new VulnerabilityMatcher(known, TODAY).assess(inventory());
  }

  /// The ids found, in the order reported.
  List<String> found(Known known) {
    return assess(known).findings().stream().map(f -> f.vulnerability().id().value()).toList();
  }

  /// The only finding.
  VulnerabilityFinding finding(Known known) {
    List<VulnerabilityFinding> findings = assess(known).findings();
    if (findings.size() != 1) {
      throw new AssertionError("one finding was expected, but there are " + findings);
    }
    return findings.getFirst();
  }
}
