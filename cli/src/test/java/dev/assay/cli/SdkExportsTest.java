package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.AggregationResponse;
import software.amazon.awssdk.services.inspector2.model.AggregationType;
import software.amazon.awssdk.services.inspector2.model.Destination;
import software.amazon.awssdk.services.inspector2.model.ExternalReportStatus;
import software.amazon.awssdk.services.inspector2.model.GetSbomExportResponse;
import software.amazon.awssdk.services.inspector2.model.ListFindingAggregationsResponse;
import software.amazon.awssdk.services.inspector2.model.ListFindingsResponse;
import software.amazon.awssdk.services.inspector2.model.SbomReportFormat;
import software.amazon.awssdk.services.inspectorscan.InspectorScanClient;
import software.amazon.awssdk.services.inspectorscan.model.OutputFormat;
import software.amazon.awssdk.services.inspectorscan.model.ValidationException;

/// Counts, exports and the scan of a bill of materials, asked for by the AWS SDK for Java.
final class SdkExportsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Destination BUCKET =
      Destination.builder()
          .bucketName("exports")
          .keyPrefix("sbom")
          .kmsKeyArn(
              "arn:aws:kms:eu-central-1:000000000000:key/1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d")
          .build();

  @Test
  void findings_are_counted_by_title_as_they_are_listed() {
    try (Inspector2Client client = SdkClients.shared().v2()) {
      List<AggregationResponse> counted =
          built(
                  () ->
                      client.listFindingAggregations(
                          ask -> ask.aggregationType(AggregationType.FINDING_TYPE)))
              .responses();
      long listed =
          client.listFindingsPaginator(ask -> ask.maxResults(100)).stream()
              .map(ListFindingsResponse::findings)
              .mapToLong(List::size)
              .sum();
      assertThat(counted)
          .singleElement()
          .satisfies(
              count ->
                  assertThat(count.findingTypeAggregation().severityCounts().all())
                      .isEqualTo(listed));
    }
  }

  @Test
  void every_page_of_counts_comes_once() {
    try (Inspector2Client client = SdkClients.shared().v2()) {
      List<String> once =
          titles(
              built(
                  () ->
                      client.listFindingAggregations(
                          ask -> ask.aggregationType(AggregationType.TITLE).maxResults(100))));
      List<String> paged =
          client
              .listFindingAggregationsPaginator(
                  ask -> ask.aggregationType(AggregationType.TITLE).maxResults(3))
              .stream()
              .flatMap(page -> titles(page).stream())
              .limit(once.size())
              .toList();
      assertThat(once).hasSizeGreaterThan(6).doesNotHaveDuplicates();
      assertThat(paged).containsExactlyElementsOf(once);
    }
  }

  @Test
  void an_sbom_export_comes_to_its_end() {
    try (Inspector2Client client = SdkClients.shared().v2()) {
      String report =
          built(
                  () ->
                      client.createSbomExport(
                          made ->
                              made.reportFormat(SbomReportFormat.CYCLONEDX_1_4)
                                  .s3Destination(BUCKET)))
              .reportId();
      Instant deadline = Instant.now().plus(PATIENCE);
      GetSbomExportResponse export;
      do {
        export = client.getSbomExport(ask -> ask.reportId(report));
      } while (export.status() == ExternalReportStatus.IN_PROGRESS
          && Instant.now().isBefore(deadline));
      assertThat(export.status()).isEqualTo(ExternalReportStatus.SUCCEEDED);
      assertThat(export.format()).isEqualTo(SbomReportFormat.CYCLONEDX_1_4);
      assertThat(export.s3Destination()).isEqualTo(BUCKET);
    }
  }

  @Test
  void a_bill_of_materials_is_scanned() {
    Document sbom =
        Document.mapBuilder()
            .putString("bomFormat", "CycloneDX")
            .putString("specVersion", "1.5")
            .putList(
                "components",
                components ->
                    components.addMap(
                        component ->
                            component
                                .putString("bom-ref", "comp-1")
                                .putString("type", "library")
                                .putString("name", "openssh")
                                .putString("version", "1:9.2p1-2+deb12u2")
                                .putString(
                                    "purl",
                                    "pkg:deb/debian/openssh@1%3A9.2p1-2%2Bdeb12u2?distro=debian-12")))
            .build();
    try (InspectorScanClient client = SdkClients.shared().scan()) {
      Document answer =
          built(
                  () ->
                      client.scanSbom(
                          ask -> ask.sbom(sbom).outputFormat(OutputFormat.CYCLONE_DX_1_5)))
              .sbom();
      Map<String, Object> scanned = unwrapped(answer);
      assertThat(scanned).containsEntry("bomFormat", "CycloneDX");
      assertThat(scanned.get("vulnerabilities"))
          .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
          .extracting(found -> found.get("id"))
          .contains("CVE-2024-6387");
    }
  }

  @Test
  void what_is_no_bill_of_materials_is_refused() {
    Document wrong = Document.mapBuilder().putString("bomFormat", "none").build();
    try (InspectorScanClient client = SdkClients.shared().scan()) {
      AwsServiceException refused =
          catchThrowableOfType(
              AwsServiceException.class,
              () -> built(() -> client.scanSbom(ask -> ask.sbom(wrong))));
      assertThat(refused).isInstanceOf(ValidationException.class);
      assertThat(refused.statusCode()).isEqualTo(400);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> unwrapped(Document document) {
    return (Map<String, Object>) document.unwrap();
  }

  private static List<String> titles(ListFindingAggregationsResponse page) {
    return page.responses().stream().map(one -> one.titleAggregation().title()).toList();
  }

  /// What an operation answers; where this version has none of it, the test is skipped.
  private static <T> T built(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (AwsServiceException refused) {
      if (String.valueOf(refused.getMessage()).contains("is not built in this version")) {
        return abort(refused.getMessage());
      }
      throw refused;
    }
  }
}
