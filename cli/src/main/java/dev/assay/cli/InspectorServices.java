package dev.assay.cli;

import dev.assay.assessment.account.SettingsStore;
import dev.assay.assessment.classic.Classic;
import dev.assay.assessment.classic.ClassicLimits;
import dev.assay.assessment.classic.evaluation.BenchmarkEngine;
import dev.assay.assessment.classic.evaluation.VulnerabilityEngine;
import dev.assay.assessment.classic.host.BenchmarkEvidence;
import dev.assay.assessment.classic.host.CoverageEvidence;
import dev.assay.assessment.classic.host.Hosts;
import dev.assay.assessment.classic.host.ResourceHosts;
import dev.assay.assessment.classic.subscription.Publisher;
import dev.assay.assessment.evidence.Advisories;
import dev.assay.assessment.evidence.EvidenceIntake;
import dev.assay.assessment.evidence.InvalidEvidenceException;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.organization.MembershipStore;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.suppression.FilterStore;
import dev.assay.assessment.work.QueueName;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.endpoint.Service;
import dev.assay.awsapi.inspector2.CodeSecurityOperations;
import dev.assay.awsapi.inspector2.ConnectorsOperations;
import dev.assay.awsapi.inspector2.FindingsReportsOperations;
import dev.assay.awsapi.inspector2.Inspector2Api;
import dev.assay.awsapi.inspector2.SbomExportsOperations;
import dev.assay.awsapi.inspectorscan.InspectorScanApi;
import dev.assay.awsapi.inspectorscan.InspectorScanOperations;
import dev.assay.inspector.NotBuilt;
import dev.assay.inspector.classic.ClassicOperations;
import dev.assay.inspector.classic.PdfPrinter;
import dev.assay.inspector.own.AccessKeysApi;
import dev.assay.inspector.own.AuditLogApi;
import dev.assay.inspector.own.EvidenceApi;
import dev.assay.inspector.v2.CoverageApi;
import dev.assay.inspector.v2.DeepInspectionApi;
import dev.assay.inspector.v2.FiltersApi;
import dev.assay.inspector.v2.FindingsApi;
import dev.assay.inspector.v2.MemberVisibility;
import dev.assay.inspector.v2.OrganizationApi;
import dev.assay.inspector.v2.SettingsApi;
import dev.assay.inspector.v2.TagsApi;
import dev.assay.inspector.v2.Visibility;
import dev.assay.inventory.document.InventoryDocumentException;
import dev.assay.inventory.document.InventoryDocumentReader;
import dev.assay.model.DatabaseInfo;
import dev.assay.model.Inventory;
import dev.assay.server.Ground;
import dev.assay.server.SignedLinks;
import dev.assay.server.Tenancy;
import dev.assay.server.api.Api;
import dev.assay.server.work.WorkHandler;
import dev.assay.store.account.PostgresMembershipStore;
import dev.assay.store.account.PostgresSettingsStore;
import dev.assay.store.classic.PostgresClassic;
import dev.assay.store.evidence.PostgresCoverageStore;
import dev.assay.store.evidence.PostgresEvidenceStore;
import dev.assay.store.finding.PostgresFilterStore;
import dev.assay.store.finding.PostgresFindingStore;
import dev.assay.store.resource.PostgresResourceStore;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The services that move into the house, put together from stores, advisories and operations.
/// Groups of operations that are not built yet say so, each by itself.
final class InspectorServices {
  private final Ground ground;
  private final FilterStore filters = new PostgresFilterStore();
  private final FindingStore findings = new PostgresFindingStore(filters);
  private final MembershipStore memberships = new PostgresMembershipStore();
  private final SettingsStore settings = new PostgresSettingsStore();
  private final ResourceStore resources = new PostgresResourceStore();
  private final Visibility visibility = new MemberVisibility(memberships);
  private final Advisories advisories;
  private final EvidenceIntake intake;
  private final SignedLinks links;
  private final BenchmarkServices benchmarks;
  private final Classic classic;

  private InspectorServices(Ground ground, Advisories advisories, Supplier<String> url) {
    this.ground = ground;
    this.advisories = advisories;
    this.intake =
        new EvidenceIntake(
            ground.transactions(),
            resources,
            new PostgresEvidenceStore(),
            findings,
            InspectorServices::inventory,
            advisories,
            ground.clock());
    this.links = new SignedLinks(ReportDoor.PATH, url, ground.clock());
    this.benchmarks = new BenchmarkServices(ground, memberships, resources, url);
    this.classic = classic();
  }

  /// Puts them together.
  ///
  /// @param url the server's own address, asked for when a link is made
  static Tenancy moveIn(Ground ground, Supplier<String> url) {
    VulnerabilityDatabase database = new DatabaseOption().open();
    Advisories.Edition edition = new Advisories.Edition(edition(database.info()), database);
    InspectorServices services = new InspectorServices(ground, () -> edition, url);
    Upkeep upkeep = new Upkeep(ground, services.intake, services.findings);
    upkeep.begin();
    Map<QueueName, WorkHandler> work = new HashMap<>(upkeep.handlers());
    services.classic.workers().forEach((queue, worker) -> work.put(queue, worker::accept));
    work.putAll(services.benchmarks.handlers());
    Tenancy api =
        new Api(
            ground,
            List.of(
                services.inspector2(),
                services.own(),
                ClassicOperations.of(services.classic).service(),
                scan()),
            work);
    return services.benchmarks.door(
        new ReportDoor(api, services.links, services.classic.reports()));
  }

  /// The starter set is made anew at each start, and is the same for the same version.
  private static String edition(DatabaseInfo database) {
    return database.starter()
        ? "starter set of " + AssayVersion.text()
        : database.name() + " of " + database.built();
  }

  private Service inspector2() {
    return Inspector2Api.service(
        new FindingsApi(ground.transactions(), findings, visibility, advisories),
        new FiltersApi(ground.transactions(), filters, findings, ground.clock()),
        NotBuilt.group(FindingsReportsOperations.class),
        NotBuilt.group(SbomExportsOperations.class),
        new CoverageApi(ground.transactions(), new PostgresCoverageStore(), visibility),
        benchmarks.scans(),
        benchmarks.sessions(),
        new SettingsApi(ground.transactions(), settings, memberships, ground.clock()),
        new DeepInspectionApi(ground.transactions(), settings, memberships),
        new OrganizationApi(ground.transactions(), memberships, settings, ground.clock()),
        NotBuilt.group(CodeSecurityOperations.class),
        NotBuilt.group(ConnectorsOperations.class),
        new TagsApi(ground.transactions(), filters, benchmarks.configurations(), ground.clock()));
  }

  private Service own() {
    return AssayApi.service(
        new EvidenceApi(intake, benchmarks.intake()),
        benchmarks.jobs(),
        new AccessKeysApi(
            ground.transactions(), ground.identities(), ground.identityStore(), ground.clock()),
        new AuditLogApi(ground.transactions(), ground.auditLog()));
  }

  private Classic classic() {
    Hosts hosts =
        new ResourceHosts(
            resources,
            findings,
            new BenchmarkEvidence(
                new CoverageEvidence(new PostgresCoverageStore()), benchmarks.store()));
    return Classic.of(
        PostgresClassic.stores(),
        new Classic.Surroundings(
            ground.transactions(),
            ground.work(),
            hosts,
            List.of(new VulnerabilityEngine(hosts), new BenchmarkEngine(benchmarks.store())),
            Publisher.NONE,
            (report, validFor) ->
                links.link(report.text(), ground.clock().instant().plus(validFor)),
            new PdfPrinter(),
            ClassicLimits.DEFAULT,
            ground.clock(),
            new SecureRandom()));
  }

  private static Service scan() {
    return InspectorScanApi.service(NotBuilt.group(InspectorScanOperations.class));
  }

  private static Inventory inventory(String document) {
    try {
      return InventoryDocumentReader.read(
          new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    } catch (InventoryDocumentException malformed) {
      throw new InvalidEvidenceException(String.valueOf(malformed.getMessage()));
    }
  }
}
