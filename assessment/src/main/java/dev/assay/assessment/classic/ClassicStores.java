package dev.assay.assessment.classic;

import dev.assay.assessment.classic.account.AccountStore;
import dev.assay.assessment.classic.exclusion.ExclusionStore;
import dev.assay.assessment.classic.finding.RunFindingStore;
import dev.assay.assessment.classic.report.ReportStore;
import dev.assay.assessment.classic.run.RunStore;
import dev.assay.assessment.classic.subscription.SubscriptionStore;
import dev.assay.assessment.classic.target.TargetStore;
import dev.assay.assessment.classic.template.TemplateStore;

/// Where everything of Classic's is kept.
public record ClassicStores(
    TenantTurn turn,
    TargetStore targets,
    TemplateStore templates,
    RunStore runs,
    RunFindingStore findings,
    ExclusionStore exclusions,
    SubscriptionStore subscriptions,
    AccountStore account,
    ReportStore reports) {}
