package dev.assay.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.assay.assessment.export.Destination;
import dev.assay.assessment.export.ExportFailedException;
import dev.assay.assessment.export.ExportProblem;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.sigv4.Credentials;
import dev.assay.server.setting.ExportSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a small S3 that lets the AWS SDK's signer say which signature it expects.
class S3DepotTest {
  private static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  @TempDir Path directory;
  private SmallS3 s3;

  @BeforeEach
  void start() throws IOException {
    s3 = new SmallS3();
  }

  @AfterEach
  void stop() {
    s3.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.json", "a/b c/ü+~=&?.json", "a//b/../c.csv", "account=1/resource=x/i-1.json"})
  void a_document_is_taken_under_its_key_with_a_signature_that_holds(String key)
      throws IOException {
    long size =
        depot(true, "secret").put(TENANT, destination(), key, "text/csv", S3DepotTest::body);

    assertThat(size).isEqualTo(7);
    assertThat(s3.objects).containsOnlyKeys("/bucket/" + key);
    assertThat(s3.objects.get("/bucket/" + key)).isEqualTo("content");
    assertThat(s3.lastHeaders.getFirst("content-type")).isEqualTo("text/csv");
    assertThat(s3.lastHeaders.getFirst("x-amz-server-side-encryption")).isEqualTo("aws:kms");
    assertThat(s3.lastHeaders.getFirst("x-amz-server-side-encryption-aws-kms-key-id"))
        .isEqualTo("arn:aws:kms:eu-central-1:111122223333:key/1");
  }

  @Test
  void without_kms_nothing_is_asked_about_encryption() throws IOException {
    depot(false, "secret").put(TENANT, destination(), "a", "text/csv", S3DepotTest::body);

    assertThat(s3.lastHeaders.keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("encryption"));
  }

  @Test
  void another_secret_has_no_permission() {
    assertFails(ExportProblem.INVALID_PERMISSIONS, depot(true, "wrong"));
    assertThat(s3.objects).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "404,NoSuchBucket,BUCKET_NOT_FOUND",
    "403,AccessDenied,INVALID_PERMISSIONS",
    "301,PermanentRedirect,INCOMPATIBLE_BUCKET_REGION",
    "400,AuthorizationHeaderMalformed,INCOMPATIBLE_BUCKET_REGION",
    "400,KMS.NotFoundException,MALFORMED_KMS_KEY",
    "400,EntityTooLarge,INTERNAL_ERROR"
  })
  void what_will_never_be_taken_fails_in_inspectors_words(
      int status, String code, ExportProblem problem) {
    s3.refuse(status, code);

    assertFails(problem, depot(true, "secret"));
  }

  @ParameterizedTest
  @CsvSource({"503,SlowDown", "500,InternalError"})
  void what_may_be_over_soon_is_for_another_time(int status, String code) {
    s3.refuse(status, code);

    assertThatIOException()
        .isThrownBy(() -> put(depot(true, "secret")))
        .withMessageContaining(status + " " + code);
  }

  @Test
  void nothing_stays_behind_in_the_spool() throws IOException {
    put(depot(true, "secret"));

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  private static void assertFails(ExportProblem problem, S3Depot depot) {
    assertThatExceptionOfType(ExportFailedException.class)
        .isThrownBy(() -> put(depot))
        .satisfies(failed -> assertThat(failed.problem()).isEqualTo(problem));
  }

  private static void put(S3Depot depot) throws IOException {
    depot.put(TENANT, destination(), "a", "text/csv", S3DepotTest::body);
  }

  private static void body(java.io.OutputStream out) throws IOException {
    out.write("content".getBytes(StandardCharsets.UTF_8));
  }

  private S3Depot depot(boolean kms, String secret) {
    return new S3Depot(
        new ExportSettings.S3(
            URI.create(s3.url()),
            "eu-central-1",
            new Credentials(SmallS3.KEY, secret, Optional.empty()),
            kms),
        directory,
        () -> NOW);
  }

  private static Destination destination() {
    return new Destination("bucket", null, "arn:aws:kms:eu-central-1:111122223333:key/1");
  }
}
