package dev.assay.cli;

import dev.assay.assessment.cis.BenchmarkStore;
import dev.assay.assessment.classic.Classic;
import dev.assay.assessment.classic.ClassicLimits;
import dev.assay.assessment.classic.behaviour.RuntimeEngine;
import dev.assay.assessment.classic.evaluation.BenchmarkEngine;
import dev.assay.assessment.classic.evaluation.ReachabilityEngine;
import dev.assay.assessment.classic.evaluation.VulnerabilityEngine;
import dev.assay.assessment.classic.host.AgentLookup;
import dev.assay.assessment.classic.host.BenchmarkEvidence;
import dev.assay.assessment.classic.host.CoverageEvidence;
import dev.assay.assessment.classic.host.Hosts;
import dev.assay.assessment.classic.host.NetworkEvidence;
import dev.assay.assessment.classic.host.ResourceHosts;
import dev.assay.assessment.classic.host.RuntimeEvidence;
import dev.assay.assessment.classic.report.ReportKey;
import dev.assay.assessment.classic.subscription.Publisher;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.reachability.NetworkStore;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.runtime.RuntimeStore;
import dev.assay.assessment.runtime.SeenListeners;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.awsapi.endpoint.Service;
import dev.assay.inspector.classic.ClassicOperations;
import dev.assay.inspector.classic.PdfPrinter;
import dev.assay.server.Ground;
import dev.assay.server.SignedLinks;
import dev.assay.server.Tenancy;
import dev.assay.server.notification.SnsPublisher;
import dev.assay.server.setting.NotificationSettings;
import dev.assay.store.classic.PostgresClassic;
import dev.assay.store.evidence.PostgresCoverageStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Inspector Classic, put together, and the reports of its runs.
final class ClassicServices {
  private static final String REPORTS = "/reports";

  private final Ground ground;
  private final SignedLinks links;
  private final Classic classic;

  /// What runs evaluate.
  record Known(
      ResourceStore resources,
      FindingStore findings,
      RuntimeStore samples,
      NetworkStore networks,
      BenchmarkStore benchmarks,
      AgentLookup agents) {}

  ClassicServices(
      Ground ground, NotificationSettings notifications, Known known, Supplier<String> url) {
    this.ground = ground;
    this.links = new SignedLinks(REPORTS, url, ground.clock());
    this.classic = classic(notifications, known);
  }

  private Classic classic(NotificationSettings notifications, Known known) {
    Hosts hosts =
        new ResourceHosts(
            known.resources(),
            known.findings(),
            new RuntimeEvidence(
                new NetworkEvidence(
                    new BenchmarkEvidence(
                        new CoverageEvidence(new PostgresCoverageStore()), known.benchmarks()),
                    known.networks()),
                known.samples()),
            known.agents());
    return Classic.of(
        PostgresClassic.stores(),
        new Classic.Surroundings(
            ground.transactions(),
            ground.work(),
            hosts,
            List.of(
                new VulnerabilityEngine(hosts),
                BenchmarkEngine.cis(known.benchmarks()),
                BenchmarkEngine.bestPractices(known.benchmarks()),
                new ReachabilityEngine(known.networks(), new SeenListeners(known.samples())),
                new RuntimeEngine(known.samples())),
            notifications
                .sns()
                .<Publisher>map(sns -> new SnsPublisher(sns, ground.clock()))
                .orElse(Publisher.NONE),
            (report, validFor) ->
                links.link(report.text(), ground.clock().instant().plus(validFor)),
            new PdfPrinter(),
            ClassicLimits.DEFAULT,
            ground.clock(),
            new SecureRandom()));
  }

  Service service() {
    return ClassicOperations.of(classic).service();
  }

  Map<QueueName, WorkHandler> workers() {
    return classic.workers();
  }

  /// Hands out reports before anything else is asked.
  Tenancy door(Tenancy services) {
    return new ReportDoor(services, links, REPORTS, "report", this::report);
  }

  private Optional<ReportDoor.Report> report(String document) {
    ReportKey key = ReportKey.parse(document);
    return classic
        .reports()
        .content(key)
        .map(content -> new ReportDoor.Report(key.format().mediaType(), content));
  }
}
