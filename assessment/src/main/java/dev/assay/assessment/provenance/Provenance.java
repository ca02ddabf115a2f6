package dev.assay.assessment.provenance;

import java.time.Instant;

/// That a part came by a way.
///
/// @param firstAt when it first did
/// @param lastAt when it last did, to within {@link Provenances#GRAIN}
public record Provenance(Part part, Way way, Instant firstAt, Instant lastAt) {}
