package dev.assay.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When a distribution's release is supported. `label` is for people (`Debian 11 (bullseye)`);
/// `eol` is the last day of the vendor's ordinary support, `extendedEol` of its longest one,
/// named by `extendedName` (`LTS`, `ESM`, `ELS`); null where unknown or none.
public record ReleaseLife(
    SourceId source,
    Ecosystem ecosystem,
    String label,
    @Nullable LocalDate released,
    @Nullable LocalDate eol,
    @Nullable LocalDate extendedEol,
    @Nullable String extendedName)
    implements FeedRecord {}
