package dev.assay.model;

/// CISA's SSVC decision points, as written by its vulnrichment: `exploitation` none, poc or
/// active; `automatable` yes or no; `technicalImpact` partial or total.
public record SsvcDecision(
    VulnerabilityId vulnerability, String exploitation, String automatable, String technicalImpact)
    implements FeedRecord {}
