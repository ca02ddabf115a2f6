package dev.assay.model;

import org.jspecify.annotations.Nullable;

/// An advisory in its source, with the page to read.
public record AdvisoryReference(SourceId source, AdvisoryId id, @Nullable String url) {}
