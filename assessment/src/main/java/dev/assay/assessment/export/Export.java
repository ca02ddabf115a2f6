package dev.assay.assessment.export;

import dev.assay.assessment.tenant.Tenant;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something to be written, or written.
///
/// @param format by the name that the kind's asker gave it, `CSV`
/// @param question what is exported, in words that only its content reads
/// @param problem null unless it failed
/// @param message null unless it failed
/// @param endedAt null while it is in progress
public record Export(
    UUID id,
    Tenant tenant,
    ExportKind kind,
    String format,
    String question,
    Destination destination,
    ExportState state,
    @Nullable ExportProblem problem,
    @Nullable String message,
    Instant createdAt,
    @Nullable Instant endedAt) {

  /// One that has just been asked for.
  static Export begun(
      UUID id,
      Tenant tenant,
      ExportKind kind,
      String format,
      String question,
      Destination destination,
      Instant now) {
    return new Export(
        id,
        tenant,
        kind,
        format,
        question,
        destination,
        ExportState.IN_PROGRESS,
        null,
        null,
        now,
        null);
  }
}
