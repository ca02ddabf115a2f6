package dev.assay.cli;

import dev.assay.assessment.account.SettingsStore;
import dev.assay.assessment.aggregation.AggregationStore;
import dev.assay.assessment.evidence.Advisories;
import dev.assay.assessment.evidence.AssessedPackages;
import dev.assay.assessment.evidence.EvidenceIntake;
import dev.assay.assessment.evidence.EvidenceStore;
import dev.assay.assessment.evidence.Rejudging;
import dev.assay.assessment.evidence.Settlement;
import dev.assay.assessment.export.ExportContent;
import dev.assay.assessment.export.ExportKind;
import dev.assay.assessment.export.Exports;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.organization.MembershipStore;
import dev.assay.assessment.reachability.ConfigurationStore;
import dev.assay.assessment.reachability.NetworkIntake;
import dev.assay.assessment.reachability.NetworkStore;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.retention.Retention;
import dev.assay.assessment.runtime.RuntimeIntake;
import dev.assay.assessment.runtime.RuntimeStore;
import dev.assay.assessment.suppression.FilterStore;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.endpoint.BodyLimit;
import dev.assay.awsapi.endpoint.Service;
import dev.assay.awsapi.inspector2.CodeSecurityOperations;
import dev.assay.awsapi.inspector2.ConnectorsOperations;
import dev.assay.awsapi.inspector2.Inspector2Api;
import dev.assay.awsapi.inspectorscan.InspectorScanApi;
import dev.assay.inspector.NotBuilt;
import dev.assay.inspector.own.AccessKeysApi;
import dev.assay.inspector.own.AuditLogApi;
import dev.assay.inspector.own.EvidenceApi;
import dev.assay.inspector.own.ExportsApi;
import dev.assay.inspector.scan.ScanSbomApi;
import dev.assay.inspector.v2.CoverageApi;
import dev.assay.inspector.v2.DeepInspectionApi;
import dev.assay.inspector.v2.FiltersApi;
import dev.assay.inspector.v2.FindingsApi;
import dev.assay.inspector.v2.FindingsReport;
import dev.assay.inspector.v2.FindingsReportsApi;
import dev.assay.inspector.v2.MemberVisibility;
import dev.assay.inspector.v2.OrganizationApi;
import dev.assay.inspector.v2.SbomExport;
import dev.assay.inspector.v2.SbomExportsApi;
import dev.assay.inspector.v2.SettingsApi;
import dev.assay.inspector.v2.TagsApi;
import dev.assay.inspector.v2.Visibility;
import dev.assay.inventory.sbom.CycloneDxReader;
import dev.assay.server.Ground;
import dev.assay.server.Tenancy;
import dev.assay.server.api.Api;
import dev.assay.server.setting.ServerSettings;
import dev.assay.store.account.PostgresMembershipStore;
import dev.assay.store.account.PostgresSettingsStore;
import dev.assay.store.cis.PostgresCisScanStore;
import dev.assay.store.cis.PostgresCisSessionStore;
import dev.assay.store.evidence.PostgresAssessedPackages;
import dev.assay.store.evidence.PostgresCoverageStore;
import dev.assay.store.evidence.PostgresEvidenceStore;
import dev.assay.store.finding.PostgresAggregationStore;
import dev.assay.store.finding.PostgresFilterStore;
import dev.assay.store.finding.PostgresFindingStore;
import dev.assay.store.reachability.PostgresConfigurationStore;
import dev.assay.store.reachability.PostgresNetworkStore;
import dev.assay.store.resource.PostgresResourceStore;
import dev.assay.store.runtime.PostgresRuntimeStore;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The services that move into the house, put together from stores, advisories and operations.
/// Groups of operations that are not built yet say so, each by itself.
final class InspectorServices {
  private static final int LARGEST_BODY = Integer.MAX_VALUE - 1;

  private final Ground ground;
  private final FilterStore filters = new PostgresFilterStore();
  private final FindingStore findings = new PostgresFindingStore(filters);
  private final AggregationStore sums = new PostgresAggregationStore();
  private final MembershipStore memberships = new PostgresMembershipStore();
  private final SettingsStore settings = new PostgresSettingsStore();
  private final ResourceStore resources = new PostgresResourceStore();
  private final RuntimeStore samples = new PostgresRuntimeStore();
  private final Visibility visibility = new MemberVisibility(memberships);
  private final Advisories advisories;
  private final EvidenceIntake intake;
  private final Rejudging rejudging;
  private final Retention retention;
  private final int sbomComponents;
  private final ExportHouse exports;
  private final BenchmarkServices benchmarks;
  private final NetworkStore networks = new PostgresNetworkStore();
  private final ConfigurationStore configurations = new PostgresConfigurationStore();
  private final NetworkIntake networkIntake;
  private final AgentServices agents;
  private final ClassicServices classic;

  private InspectorServices(
      Ground ground, Advisories advisories, ServerSettings settings, Supplier<String> url) {
    this.ground = ground;
    this.sbomComponents = settings.exports().sbomComponents();
    this.advisories = advisories;
    EvidenceStore evidence = new PostgresEvidenceStore();
    AssessedPackages packages = new PostgresAssessedPackages();
    Settlement settlement =
        new Settlement(
            evidence, packages, findings, new SubmittedDocuments(sbomComponents), ground.clock());
    this.intake =
        new EvidenceIntake(
            ground.transactions(),
            resources,
            evidence,
            packages,
            settlement,
            advisories,
            ground.clock());
    this.rejudging =
        new Rejudging(
            ground.transactions(), evidence, packages, settlement, advisories, ground.clock());
    this.benchmarks = new BenchmarkServices(ground, memberships, resources, url);
    this.retention =
        new Retention(
            ground.transactions(),
            findings,
            packages,
            new PostgresCisScanStore(),
            new PostgresCisSessionStore(),
            samples,
            configurations,
            ground.clock());
    this.networkIntake =
        new NetworkIntake(
            ground.transactions(), resources, networks, configurations, findings, ground.clock());
    this.agents = new AgentServices(ground, benchmarks.demand());
    this.classic =
        new ClassicServices(
            ground,
            settings.notifications(),
            new ClassicServices.Known(
                resources, findings, samples, networks, benchmarks.store(), agents.lookup()),
            url);
    this.exports = new ExportHouse(ground, settings, exportContents(), url);
  }

  /// Puts them together.
  ///
  /// @param url the server's own address, asked for when a link is made
  static Tenancy moveIn(Ground ground, ServerSettings settings, Supplier<String> url) {
    InspectorServices services =
        new InspectorServices(
            ground, LiveAdvisories.of(new DatabaseOption(), System::nanoTime), settings, url);
    Upkeep upkeep =
        new Upkeep(
            ground, services.rejudging, services.retention, services.sums, services.networkIntake);
    upkeep.begin();
    Map<QueueName, WorkHandler> work = new HashMap<>(upkeep.handlers());
    work.putAll(services.classic.workers());
    work.put(Exports.QUEUE, services.exports.worker());
    work.putAll(services.benchmarks.handlers());
    Tenancy api =
        new Api(
            ground,
            List.of(
                services.inspector2(), services.own(), services.classic.service(), services.scan()),
            work,
            new BodyLimit((int) Math.min(settings.limits().body(), LARGEST_BODY)));
    return services.benchmarks.door(services.classic.door(services.exports.before(api)));
  }

  private Service inspector2() {
    return Inspector2Api.service(
        new FindingsApi(ground.transactions(), findings, sums, visibility, advisories),
        new FiltersApi(ground.transactions(), filters, findings, ground.clock()),
        new FindingsReportsApi(exports.wishes()),
        new SbomExportsApi(exports.wishes()),
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
        new EvidenceApi(
            intake,
            benchmarks.intake(),
            networkIntake,
            new RuntimeIntake(ground.transactions(), resources, samples, ground.clock()),
            agents.agents(),
            agents.hosts(),
            agents.arrivals()),
        benchmarks.jobs(agents.agents()),
        new AccessKeysApi(
            ground.transactions(), ground.identities(), ground.identityStore(), ground.clock()),
        new AuditLogApi(ground.transactions(), ground.auditLog()),
        new ExportsApi(exports.wishes(), exports::link),
        agents.api());
  }

  private Map<ExportKind, ExportContent> exportContents() {
    return Map.of(
        ExportKind.FINDINGS_REPORT,
        new FindingsReport(ground.transactions(), findings, visibility),
        ExportKind.SBOM_EXPORT,
        new SbomExport(
            ground.transactions(),
            new PostgresCoverageStore(),
            new PostgresEvidenceStore(),
            new SubmittedDocuments(sbomComponents),
            visibility,
            AssayVersion.text()));
  }

  private Service scan() {
    return InspectorScanApi.service(
        new ScanSbomApi(
            utf8 -> CycloneDxReader.read(new ByteArrayInputStream(utf8), sbomComponents),
            advisories,
            AssayVersion.text(),
            ground.clock()));
  }
}
