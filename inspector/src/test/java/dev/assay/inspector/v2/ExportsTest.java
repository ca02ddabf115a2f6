package dev.assay.inspector.v2;

import static dev.assay.inspector.v2.Nodes.ACCOUNT;
import static dev.assay.inspector.v2.Nodes.OTHER;
import static dev.assay.inspector.v2.Nodes.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.awsapi.assay.ExportDocument;
import dev.assay.awsapi.assay.ListExportDocumentsRequest;
import dev.assay.awsapi.inspector2.CancelFindingsReportRequest;
import dev.assay.awsapi.inspector2.CancelSbomExportRequest;
import dev.assay.awsapi.inspector2.CreateFindingsReportRequest;
import dev.assay.awsapi.inspector2.CreateSbomExportRequest;
import dev.assay.awsapi.inspector2.Destination;
import dev.assay.awsapi.inspector2.ExternalReportStatus;
import dev.assay.awsapi.inspector2.FilterCriteria;
import dev.assay.awsapi.inspector2.GetFindingsReportStatusRequest;
import dev.assay.awsapi.inspector2.GetFindingsReportStatusResponse;
import dev.assay.awsapi.inspector2.GetSbomExportRequest;
import dev.assay.awsapi.inspector2.GetSbomExportResponse;
import dev.assay.awsapi.inspector2.ReportFormat;
import dev.assay.awsapi.inspector2.ReportingErrorCode;
import dev.assay.awsapi.inspector2.ResourceFilterCriteria;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import dev.assay.awsapi.inspector2.ResourceStringComparison;
import dev.assay.awsapi.inspector2.ResourceStringFilter;
import dev.assay.awsapi.inspector2.SbomReportFormat;
import dev.assay.awsapi.inspector2.StringComparison;
import dev.assay.awsapi.inspector2.StringFilter;
import dev.assay.awsapi.inspector2.ValidationException;
import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.inventory.sbom.CycloneDxReader;
import dev.assay.model.InstalledPackage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Asked for on one node, written by the other, seen on both.
@NullUnmarked
class ExportsTest {
  private static final Destination BUCKET =
      Destination.builder()
          .bucketName("reports")
          .keyPrefix("assay/daily")
          .kmsKeyArn("arn:aws:kms:eu-central-1:111122223333:key/1")
          .build();

  private final ExportNodes nodes = new ExportNodes();

  @BeforeEach
  void submit() {
    nodes.writer.submit(ACCOUNT, "web-1", ExportNodes.DEBIAN);
    nodes.writer.submit(ACCOUNT, "web-2", ExportNodes.DEBIAN);
    nodes.writer.submit(OTHER, "theirs", ExportNodes.DEBIAN);
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void a_report_is_in_progress_until_it_is_written_by_any_node() {
    String id = report(ReportFormat.CSV, null);

    assertThat(status(id).status()).isEqualTo(ExternalReportStatus.IN_PROGRESS);
    nodes.reader.workUntilIdle();
    assertThat(status(id).status()).isEqualTo(ExternalReportStatus.SUCCEEDED);
    assertThat(status(id).destination()).isEqualTo(BUCKET);
    assertThat(status(null).reportId()).isEqualTo(id);
    assertThat(nodes.documents.keySet())
        .containsExactly(ACCOUNT + " reports assay/daily/" + id + ".csv");
  }

  @Test
  void a_report_is_known_after_a_restart() {
    String id = report(ReportFormat.JSON, null);
    nodes.restart();
    nodes.writer.workUntilIdle();
    nodes.restart();

    assertThat(status(id).status()).isEqualTo(ExternalReportStatus.SUCCEEDED);
    assertThat(documents(id))
        .extracting(ExportDocument::key)
        .containsExactly("assay/daily/" + id + ".json");
  }

  @ParameterizedTest
  @CsvSource({"CSV,csv", "JSON,json"})
  void a_report_says_what_was_read_and_approved(String format, String extension)
      throws IOException {
    String id = report(ReportFormat.of(format), onlyResource("web-1"));
    nodes.reader.workUntilIdle();

    String content = text(nodes.documents.values().iterator().next());
    Path file = Path.of("src", "test", "resources", "findings-report." + extension);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, content);
    }
    assertThat(content).isEqualTo(Files.readString(file));
    assertThat(documents(id).getFirst().size()).isEqualTo(content.length());
  }

  @Test
  void a_report_in_json_has_every_finding_of_the_account_and_no_other() {
    report(ReportFormat.JSON, null);
    nodes.reader.workUntilIdle();

    Json.Obj report = (Json.Obj) JsonReader.read(nodes.documents.values().iterator().next());
    int findings = ((Json.Array) report.members().get("findings")).items().size();
    assertThat(findings).isEqualTo(nodes.reader.findings(ACCOUNT)).isPositive();
    assertThat(text(report.utf8())).doesNotContain("theirs");
  }

  @Test
  void the_filter_of_a_report_is_told_as_it_was_given() {
    FilterCriteria criteria = onlyResource("web-2");

    assertThat(status(report(ReportFormat.CSV, criteria)).filterCriteria()).isEqualTo(criteria);
  }

  @Test
  void a_report_without_findings_fails_and_says_so() {
    String id = report(ReportFormat.CSV, onlyResource("nobody"));
    nodes.reader.workUntilIdle();

    assertThat(status(id).status()).isEqualTo(ExternalReportStatus.FAILED);
    assertThat(status(id).errorCode()).isEqualTo(ReportingErrorCode.NO_FINDINGS_FOUND);
    assertThat(status(id).errorMessage()).contains("No finding");
  }

  @Test
  void a_cancelled_report_is_not_written() {
    String id = report(ReportFormat.CSV, null);
    nodes.reader.reports.cancelFindingsReport(caller(ACCOUNT), new CancelFindingsReportRequest(id));
    nodes.reader.workUntilIdle();

    assertThat(status(id).status()).isEqualTo(ExternalReportStatus.CANCELLED);
    assertThat(nodes.documents).isEmpty();
    assertThatThrownBy(
            () ->
                nodes.writer.reports.cancelFindingsReport(
                    caller(ACCOUNT), new CancelFindingsReportRequest(id)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("CANCELLED");
  }

  @Test
  void nobody_sees_anothers_report() {
    String id = report(ReportFormat.CSV, null);

    assertThatThrownBy(
            () ->
                nodes.reader.reports.getFindingsReportStatus(
                    caller(OTHER), GetFindingsReportStatusRequest.builder().reportId(id).build()))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(
            () ->
                nodes.reader.exportDocuments.listExportDocuments(
                    caller(OTHER), ListExportDocumentsRequest.builder().reportId(id).build()))
        .isInstanceOf(dev.assay.awsapi.assay.ResourceNotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no-such-id", "624b746d-e080-44ae-8c1d-48e653365a31"})
  void a_report_that_is_none_is_not_found(String id) {
    assertThatThrownBy(() -> status(id)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void what_its_depot_cannot_take_now_is_tried_again_and_then_has_failed() {
    nodes.failures = 2;
    String patient = report(ReportFormat.CSV, null);
    nodes.reader.workUntilIdle();
    assertThat(status(patient).status()).isEqualTo(ExternalReportStatus.SUCCEEDED);

    nodes.failures = 100;
    String hopeless = report(ReportFormat.CSV, null);
    nodes.reader.workUntilIdle();
    assertThat(status(hopeless).errorCode()).isEqualTo(ReportingErrorCode.INTERNAL_ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Reports", "../up", "a..b/c"})
  void a_bucket_that_s3_would_not_have_is_refused(String bucket) {
    Destination destination = BUCKET.toBuilder().bucketName(bucket).build();

    assertThatThrownBy(
            () ->
                nodes.writer.reports.createFindingsReport(
                    caller(ACCOUNT),
                    CreateFindingsReportRequest.builder()
                        .reportFormat(ReportFormat.CSV)
                        .s3Destination(destination)
                        .build()))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("s3Destination.bucketName");
  }

  @ParameterizedTest
  @CsvSource({"CYCLONEDX_1_4", "SPDX_2_3"})
  void every_resource_has_a_bill_of_materials_of_its_own(String format) {
    String id = sbom(SbomReportFormat.of(format), null);

    assertThat(sbomStatus(id).status()).isEqualTo(ExternalReportStatus.IN_PROGRESS);
    nodes.reader.workUntilIdle();

    assertThat(sbomStatus(id).status()).isEqualTo(ExternalReportStatus.SUCCEEDED);
    assertThat(sbomStatus(id).format()).isEqualTo(SbomReportFormat.of(format));
    assertThat(documents(id))
        .extracting(ExportDocument::key)
        .hasSize(2)
        .allMatch(key -> key.startsWith("assay/daily/" + format + "_outputs_" + id + "/account="))
        .anyMatch(key -> key.contains("/resource=AWS_EC2_INSTANCE/web-1_"));
    nodes.restart();
    assertThat(sbomStatus(id).status()).isEqualTo(ExternalReportStatus.SUCCEEDED);
  }

  @Test
  void a_bill_of_materials_is_valid_and_has_every_package() throws IOException {
    sbom(SbomReportFormat.CYCLONEDX_1_4, only("web-1"));
    nodes.reader.workUntilIdle();

    byte[] document = nodes.documents.values().iterator().next();
    assertThat(nodes.documents).hasSize(1);
    assertThat(new JsonParser().validate(document, Version.VERSION_14)).isEmpty();
    assertThat(
            CycloneDxReader.read(new ByteArrayInputStream(document), 5000).inventory().packages())
        .extracting(InstalledPackage::name)
        .containsExactly("openssh-server", "openssl");
  }

  @Test
  void a_node_that_dies_leaves_the_export_to_another_which_writes_it_whole() {
    nodes.diesAfter = 1;
    String id = sbom(SbomReportFormat.SPDX_2_3, null);
    assertThatThrownBy(nodes.writer::workUntilIdle).isInstanceOf(ExportNodes.Died.class);
    assertThat(sbomStatus(id).status()).isEqualTo(ExternalReportStatus.IN_PROGRESS);

    nodes.reader.workWhenLeasesAreOver();

    assertThat(sbomStatus(id).status()).isEqualTo(ExternalReportStatus.SUCCEEDED);
    assertThat(documents(id)).hasSize(2);
    assertThat(nodes.documents).hasSize(2);
  }

  @Test
  void a_cancelled_export_stops_between_documents() {
    String id = sbom(SbomReportFormat.SPDX_2_3, null);
    nodes.afterEach =
        () ->
            nodes.writer.sboms.cancelSbomExport(
                caller(ACCOUNT), CancelSbomExportRequest.builder().reportId(id).build());
    nodes.reader.workUntilIdle();

    assertThat(sbomStatus(id).status()).isEqualTo(ExternalReportStatus.CANCELLED);
    assertThat(nodes.documents).hasSize(1);
    assertThat(documents(id)).isEmpty();
  }

  @Test
  void the_filter_of_an_export_is_told_as_it_was_given_and_one_not_served_is_refused() {
    ResourceFilterCriteria criteria = only("web-2");
    assertThat(sbomStatus(sbom(SbomReportFormat.SPDX_2_3, criteria)).filterCriteria())
        .isEqualTo(criteria);

    ResourceFilterCriteria cloud =
        ResourceFilterCriteria.builder()
            .cloudProvider(
                List.of(new ResourceStringFilter(ResourceStringComparison.EQUALS, "AZURE")))
            .build();
    assertThatThrownBy(() -> sbom(SbomReportFormat.SPDX_2_3, cloud))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("cloudProvider");
  }

  @Test
  void an_export_without_resources_fails_and_says_so() {
    String id = sbom(SbomReportFormat.SPDX_2_3, only("nobody"));
    nodes.reader.workUntilIdle();

    assertThat(sbomStatus(id).errorCode()).isEqualTo(ReportingErrorCode.NO_FINDINGS_FOUND);
  }

  private String report(ReportFormat format, FilterCriteria criteria) {
    return nodes
        .writer
        .reports
        .createFindingsReport(
            caller(ACCOUNT),
            CreateFindingsReportRequest.builder()
                .reportFormat(format)
                .filterCriteria(criteria)
                .s3Destination(BUCKET)
                .build())
        .reportId();
  }

  private GetFindingsReportStatusResponse status(String id) {
    return nodes.reader.reports.getFindingsReportStatus(
        caller(ACCOUNT), GetFindingsReportStatusRequest.builder().reportId(id).build());
  }

  private String sbom(SbomReportFormat format, ResourceFilterCriteria criteria) {
    return nodes
        .writer
        .sboms
        .createSbomExport(
            caller(ACCOUNT),
            CreateSbomExportRequest.builder()
                .reportFormat(format)
                .resourceFilterCriteria(criteria)
                .s3Destination(BUCKET)
                .build())
        .reportId();
  }

  private GetSbomExportResponse sbomStatus(String id) {
    return nodes.reader.sboms.getSbomExport(
        caller(ACCOUNT), GetSbomExportRequest.builder().reportId(id).build());
  }

  private List<ExportDocument> documents(String id) {
    UUID.fromString(id);
    return nodes
        .reader
        .exportDocuments
        .listExportDocuments(
            caller(ACCOUNT), ListExportDocumentsRequest.builder().reportId(id).build())
        .documents();
  }

  private static FilterCriteria onlyResource(String id) {
    return FilterCriteria.builder()
        .resourceId(List.of(new StringFilter(StringComparison.EQUALS, id)))
        .build();
  }

  private static ResourceFilterCriteria only(String id) {
    return ResourceFilterCriteria.builder()
        .resourceId(List.of(new ResourceStringFilter(ResourceStringComparison.EQUALS, id)))
        .build();
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
