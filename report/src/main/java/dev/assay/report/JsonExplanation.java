package dev.assay.report;

import dev.assay.model.AdvisoryReference;
import dev.assay.model.AffectedInstallation;
import dev.assay.model.EpssScore;
import dev.assay.model.InstalledPackage;
import dev.assay.model.KnownExploit;
import dev.assay.model.KnownExploited;
import dev.assay.model.SsvcDecision;
import dev.assay.model.Trace;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityFinding;

/// Why a finding is there, in Assay's own JSON.
final class JsonExplanation {
  private JsonExplanation() {}

  /// Of a whole finding: what set its severity, and what is known of its use.
  static void of(JsonOutput json, VulnerabilityFinding finding) {
    Vulnerability vulnerability = finding.vulnerability();
    sourcePackage(json, finding.packages().getFirst().installed());
    json.texts("severityReasons", finding.severityReasons());
    json.member("disputed", vulnerability.disputed());
    json.member("inUse", finding.inUse());
    KnownExploited known = vulnerability.knownExploited();
    if (known != null) {
      json.object("kev", members -> kev(members, known));
    }
    SsvcDecision ssvc = vulnerability.ssvc();
    if (ssvc != null) {
      json.object("ssvc", members -> ssvc(members, ssvc));
    }
    json.objects("exploits", vulnerability.exploits(), JsonExplanation::exploit);
    json.texts("sources", vulnerability.sources());
  }

  /// Of one package: the advisories, and the steps of the decision.
  static void of(JsonOutput json, AffectedInstallation affected) {
    sourcePackage(json, affected.installed());
    json.member("outcome", affected.trace().outcome());
    json.objects("steps", affected.trace().steps(), JsonExplanation::step);
    json.objects("advisories", affected.evidence(), JsonExplanation::advisory);
  }

  /// Inspector's `score`, and what FIRST says beside it.
  static void epss(JsonOutput json, EpssScore epss) {
    json.member("score", epss.probability());
    Double percentile = epss.percentile();
    if (percentile != null) {
      json.member("percentile", percentile.doubleValue());
    }
    json.member("date", epss.date());
  }

  private static void sourcePackage(JsonOutput json, InstalledPackage installed) {
    json.object(
        "sourcePackage",
        source -> {
          source.member("name", installed.sourceName());
          source.member("version", installed.sourceVersion());
        });
  }

  private static void step(JsonOutput json, Trace.Step step) {
    json.member("rule", step.rule());
    json.member("text", step.text());
  }

  private static void advisory(JsonOutput json, AdvisoryReference advisory) {
    json.member("source", advisory.source());
    json.member("id", advisory.id());
    json.member("url", advisory.url());
  }

  private static void kev(JsonOutput json, KnownExploited known) {
    json.member("added", known.added());
    json.member("due", known.due());
    json.member("ransomware", known.ransomware());
    json.memberUnlessBlank("name", known.name());
    json.memberUnlessBlank("requiredAction", known.requiredAction());
  }

  private static void ssvc(JsonOutput json, SsvcDecision ssvc) {
    json.member("exploitation", ssvc.exploitation());
    json.member("automatable", ssvc.automatable());
    json.member("technicalImpact", ssvc.technicalImpact());
  }

  private static void exploit(JsonOutput json, KnownExploit exploit) {
    json.member("source", exploit.source());
    json.member("reference", exploit.reference());
    json.memberUnlessBlank("title", exploit.title());
  }
}
