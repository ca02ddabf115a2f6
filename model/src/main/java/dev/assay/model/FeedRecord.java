package dev.assay.model;

/// One statement read from a feed; what a feed importer emits and the advisory database keeps.
public sealed interface FeedRecord
    permits Advisory,
        KnownExploited,
        EpssScore,
        KnownExploit,
        SsvcDecision,
        ReleaseLife,
        RejectedRecord {}
