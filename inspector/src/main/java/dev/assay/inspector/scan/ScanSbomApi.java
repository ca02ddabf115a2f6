package dev.assay.inspector.scan;

import dev.assay.assessment.evidence.Advisories;
import dev.assay.awsapi.inspectorscan.InspectorScanOperations;
import dev.assay.awsapi.inspectorscan.OutputFormat;
import dev.assay.awsapi.inspectorscan.ScanSbomRequest;
import dev.assay.awsapi.inspectorscan.ScanSbomResponse;
import dev.assay.awsapi.inspectorscan.ValidationException;
import dev.assay.awsapi.inspectorscan.ValidationExceptionField;
import dev.assay.awsapi.inspectorscan.ValidationExceptionReason;
import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.value.Caller;
import dev.assay.model.Sbom;
import dev.assay.model.SbomException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Judges a bill of materials by the advisories that the service holds.
public final class ScanSbomApi implements InspectorScanOperations {
  private final SbomReader reader;
  private final Advisories advisories;
  private final String toolVersion;
  private final InstantSource clock;

  /// @param toolVersion Assay's own
  public ScanSbomApi(
      SbomReader reader, Advisories advisories, String toolVersion, InstantSource clock) {
    this.reader = reader;
    this.advisories = advisories;
    this.toolVersion = toolVersion;
    this.clock = clock;
  }

  @Override
  public ScanSbomResponse scanSbom(Caller caller, ScanSbomRequest input) {
    byte[] document = input.sbom().utf8();
    Instant now = clock.instant();
    ScannedSbom scanned = ScannedSbom.of(read(document), advisories.current().source(), now);
    return ScanSbomResponse.builder().sbom(answer(scanned, input, document, now)).build();
  }

  /// Inspector documents no form of its own for `INSPECTOR_ALT`.
  private Json answer(ScannedSbom scanned, ScanSbomRequest input, byte[] document, Instant now) {
    OutputFormat format =
        input.outputFormat() == null ? OutputFormat.CYCLONE_DX_1_5 : input.outputFormat();
    return switch (format) {
      case OutputFormat.Known.CYCLONE_DX_1_5 ->
          new CycloneDxAnswer(scanned, toolVersion, now).json(document);
      case OutputFormat.Known.INSPECTOR, OutputFormat.Known.INSPECTOR_ALT ->
          new InspectorAnswer(scanned).json();
      case OutputFormat.Unknown(String value) ->
          throw invalid(
              ValidationExceptionReason.FIELD_VALIDATION_FAILED,
              "outputFormat",
              value + " is none of CYCLONE_DX_1_5, INSPECTOR and INSPECTOR_ALT");
    };
  }

  private Sbom read(byte[] document) {
    try {
      return reader.read(document);
    } catch (SbomException unreadable) {
      throw invalid(reason(unreadable.problem()), "sbom", String.valueOf(unreadable.getMessage()));
    }
  }

  private static ValidationExceptionReason reason(SbomException.Problem problem) {
    return switch (problem) {
      case MALFORMED -> ValidationExceptionReason.CANNOT_PARSE;
      case UNSUPPORTED -> ValidationExceptionReason.UNSUPPORTED_SBOM_TYPE;
      case LIMIT -> ValidationExceptionReason.FIELD_VALIDATION_FAILED;
    };
  }

  private static ValidationException invalid(
      ValidationExceptionReason reason, String member, String message) {
    return new ValidationException(
        "The value of '" + member + "' is not valid: " + message,
        reason,
        List.of(ValidationExceptionField.builder().name(member).message(message).build()));
  }
}
