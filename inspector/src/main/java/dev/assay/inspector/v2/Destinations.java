package dev.assay.inspector.v2;

import dev.assay.assessment.export.Export;
import dev.assay.assessment.export.ExportProblem;
import dev.assay.awsapi.inspector2.Destination;
import dev.assay.awsapi.inspector2.ExternalReportStatus;
import dev.assay.awsapi.inspector2.ReportingErrorCode;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import dev.assay.awsapi.inspector2.ValidationException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What findings reports and SBOM exports have in common.
final class Destinations {
  /// What S3 allows; the model says less.
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  /// S3's 1,024 bytes, less what is behind the prefix.
  private static final int LONGEST_PREFIX = 512;

  private Destinations() {}

  static dev.assay.assessment.export.Destination of(Destination model) {
    if (!BUCKET.matcher(model.bucketName()).matches()) {
      throw Problems.invalid(
          "s3Destination.bucketName",
          "a bucket's name has from 3 to 63 lower-case letters, digits, dots and hyphens");
    }
    String prefix = model.keyPrefix();
    if (prefix != null && prefix.getBytes(StandardCharsets.UTF_8).length > LONGEST_PREFIX) {
      throw Problems.invalid(
          "s3Destination.keyPrefix", "it has more than " + LONGEST_PREFIX + " bytes");
    }
    if (prefix != null && prefix.chars().anyMatch(Character::isISOControl)) {
      throw Problems.invalid("s3Destination.keyPrefix", "it has control characters");
    }
    return new dev.assay.assessment.export.Destination(
        model.bucketName(), prefix, model.kmsKeyArn());
  }

  static Destination model(Export export) {
    return Destination.builder()
        .bucketName(export.destination().bucket())
        .keyPrefix(export.destination().prefix())
        .kmsKeyArn(export.destination().kmsKey())
        .build();
  }

  static ExternalReportStatus status(Export export) {
    return ExternalReportStatus.of(export.state().name());
  }

  static @Nullable ReportingErrorCode error(Export export) {
    ExportProblem problem = export.problem();
    return problem == null ? null : ReportingErrorCode.of(problem.name());
  }

  /// An id of ours; empty where the text is none.
  static Optional<UUID> id(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  static ResourceNotFoundException unknown(String id) {
    return new ResourceNotFoundException("There is no report " + id + " in this account.");
  }

  static ValidationException over(Export export) {
    return Problems.invalid(
        "reportId", "the report is not in progress any more, but " + export.state());
  }
}
