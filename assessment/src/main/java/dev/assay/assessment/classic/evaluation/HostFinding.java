package dev.assay.assessment.classic.evaluation;

import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.rulespackage.RulesPackage;

/// What a rules package found on a host.
public record HostFinding(AssessedHost host, RulesPackage rulesPackage, RuleFinding finding) {}
