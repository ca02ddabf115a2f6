package dev.assay.inspector.classic;

import dev.assay.assessment.classic.Classic;
import dev.assay.awsapi.endpoint.Service;
import dev.assay.awsapi.inspector.AgentsOperations;
import dev.assay.awsapi.inspector.AssessmentReportsOperations;
import dev.assay.awsapi.inspector.AssessmentRunsOperations;
import dev.assay.awsapi.inspector.AssessmentTargetsOperations;
import dev.assay.awsapi.inspector.AssessmentTemplatesOperations;
import dev.assay.awsapi.inspector.CrossAccountRolesOperations;
import dev.assay.awsapi.inspector.EventSubscriptionsOperations;
import dev.assay.awsapi.inspector.ExclusionsOperations;
import dev.assay.awsapi.inspector.FindingsOperations;
import dev.assay.awsapi.inspector.InspectorApi;
import dev.assay.awsapi.inspector.ResourceGroupsOperations;
import dev.assay.awsapi.inspector.ResourceTagsOperations;
import dev.assay.awsapi.inspector.RulesPackagesOperations;

/// All 37 operations of Classic.
public record ClassicOperations(
    AssessmentTargetsOperations targets,
    ResourceGroupsOperations resourceGroups,
    AssessmentTemplatesOperations templates,
    AssessmentRunsOperations runs,
    AgentsOperations agents,
    FindingsOperations findings,
    ExclusionsOperations exclusions,
    EventSubscriptionsOperations subscriptions,
    AssessmentReportsOperations reports,
    RulesPackagesOperations rulesPackages,
    CrossAccountRolesOperations roles,
    ResourceTagsOperations tags) {

  public static ClassicOperations of(Classic classic) {
    TargetOperations targets = new TargetOperations(classic.targets());
    TemplateOperations templates = new TemplateOperations(classic.templates(), classic.account());
    return new ClassicOperations(
        targets,
        targets,
        templates,
        new RunOperations(classic.runs(), classic.runQueries()),
        new AgentOperations(classic.runQueries()),
        new FindingOperations(classic.findings()),
        new ExclusionOperations(classic.exclusions()),
        new SubscriptionOperations(classic.subscriptions()),
        new ReportOperations(classic.reports()),
        new RulesPackageOperations(),
        new RoleOperations(classic.account()),
        templates);
  }

  /// As an endpoint serves them.
  public Service service() {
    return InspectorApi.service(
        targets,
        resourceGroups,
        templates,
        runs,
        agents,
        findings,
        exclusions,
        subscriptions,
        reports,
        rulesPackages,
        roles,
        tags);
  }
}
