package dev.assay.match;

import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryReference;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.AffectedInstallation.Use;
import dev.assay.model.Ecosystem;
import dev.assay.model.InstalledPackage;
import dev.assay.model.PackageState;
import dev.assay.model.Severity;
import dev.assay.model.Trace;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.model.VulnerabilityId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Makes findings: one for each vulnerability, with every package that has it.
final class FindingAssembly {
  private final AdvisorySource advisories;
  private final SeverityRule severities;
  private final Set<VulnerabilityId> livePatched;

  FindingAssembly(
      AdvisorySource advisories, Ecosystem ecosystem, Set<VulnerabilityId> livePatched) {
    this.advisories = advisories;
    this.severities = new SeverityRule(advisories, ecosystem);
    this.livePatched = livePatched;
  }

  /// Worst first; equals by name.
  List<VulnerabilityFinding> findings(Map<VulnerabilityId, List<MatchedPackage>> affected) {
    Map<VulnerabilityId, Named> byName = new TreeMap<>();
    affected.forEach(
        (id, packages) -> {
          Vulnerability vulnerability = vulnerability(id);
          byName
              .computeIfAbsent(
                  vulnerability.id(), key -> new Named(vulnerability, new ArrayList<>()))
              .packages
              .addAll(packages);
        });
    List<VulnerabilityFinding> findings = new ArrayList<>();
    for (Named named : byName.values()) {
      findings.add(finding(named.vulnerability, named.packages));
    }
    findings.sort(
        Comparator.comparing(VulnerabilityFinding::severity)
            .reversed()
            .thenComparing(finding -> finding.vulnerability().id()));
    return findings;
  }

  private record Named(Vulnerability vulnerability, List<MatchedPackage> packages) {}

  /// Under its CVE name where it has one, so that two names of one vulnerability are one finding.
  private Vulnerability vulnerability(VulnerabilityId id) {
    Vulnerability known = advisories.vulnerability(id).orElseGet(() -> unknown(id));
    if (id.isCve()) {
      return known;
    }
    return known.aliases().stream()
        .filter(VulnerabilityId::isCve)
        .findFirst()
        .flatMap(advisories::vulnerability)
        .orElse(known);
  }

  private static Vulnerability unknown(VulnerabilityId id) {
    return new Vulnerability(
        id, List.of(), "", "", List.of(), List.of(), List.of(), null, null, false, null, null,
        List.of(), null, List.of());
  }

  private VulnerabilityFinding finding(Vulnerability vulnerability, List<MatchedPackage> packages) {
    Set<String> reasons = new LinkedHashSet<>();
    Severity worst = Severity.UNTRIAGED;
    boolean anyInUse = packages.stream().anyMatch(p -> use(p) == Use.INSTALLED);
    List<AffectedInstallation> installations = new ArrayList<>();
    for (MatchedPackage affected : packages) {
      installations.add(installation(affected));
      if (!anyInUse || use(affected) == Use.INSTALLED) {
        SeverityRule.Rated rated = rate(affected, vulnerability);
        worst = rated.severity().isAtLeast(worst) ? rated.severity() : worst;
        reasons.add(rated.reason());
      }
    }
    return new VulnerabilityFinding(vulnerability, worst, List.copyOf(reasons), installations);
  }

  private SeverityRule.Rated rate(MatchedPackage affected, Vulnerability vulnerability) {
    SeverityRule.Rated rated =
        severities.rate(affected.conclusion().decider().statement(), vulnerability);
    if (affected.kernelPart() == KernelPart.RUNNING_IMAGE
        && livePatched.contains(vulnerability.id())
        && rated.severity().isAtLeast(Severity.LOW)) {
      return new SeverityRule.Rated(
          Severity.INFORMATIONAL,
          rated.reason() + "; lowered: a live patch mends it in the running kernel");
    }
    return rated;
  }

  private static Use use(MatchedPackage affected) {
    return affected.kernelPart() == KernelPart.IDLE_IMAGE ? Use.NOT_RUNNING : Use.INSTALLED;
  }

  private AffectedInstallation installation(MatchedPackage affected) {
    Conclusion conclusion = affected.conclusion();
    Statement decider = conclusion.decider().statement();
    return new AffectedInstallation(
        affected.installed(),
        conclusion.fixedVersion(),
        decider.affected().status(),
        decider.affected().vendorSeverity(),
        conclusion.deciding().stream().map(j -> reference(j.statement())).distinct().toList(),
        use(affected),
        Remediation.sentence(affected),
        trace(affected));
  }

  private AdvisoryReference reference(Statement statement) {
    return new AdvisoryReference(
        statement.source(),
        statement.advisory(),
        advisories
            .advisory(statement.source(), statement.advisory())
            .map(Advisory::references)
            .filter(references -> !references.isEmpty())
            .map(List::getFirst)
            .orElse(null));
  }

  private static Trace trace(MatchedPackage affected) {
    Trace decided = affected.conclusion().trace();
    List<Trace.Step> steps = new ArrayList<>();
    InstalledPackage installed = affected.installed();
    if (installed.state() != PackageState.INSTALLED) {
      steps.add(
          new Trace.Step(
              "package-state", "the package manager says it is " + installed.state().word()));
    }
    if (affected.kernelPart() == KernelPart.IDLE_IMAGE) {
      steps.add(new Trace.Step("kernel", "this kernel is installed, but it is not running"));
    }
    steps.addAll(decided.steps());
    return new Trace(decided.outcome(), steps);
  }
}
