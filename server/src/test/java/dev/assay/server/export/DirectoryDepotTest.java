package dev.assay.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.assay.assessment.export.Destination;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.server.setting.InvalidSettingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryDepotTest {
  private static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");
  private static final Tenant OTHER = Tenant.of("444455556666", "eu-central-1");

  @TempDir Path directory;

  @Test
  void a_document_lies_under_account_bucket_and_key() throws IOException {
    long size = put(TENANT, "a/b.json", "content");

    assertThat(size).isEqualTo(7);
    assertThat(root().resolve("111122223333/bucket/a/b.json")).hasContent("content");
  }

  @Test
  void a_second_one_takes_the_place_of_the_first() throws IOException {
    put(TENANT, "a.json", "first");
    put(TENANT, "a.json", "second");

    assertThat(found(TENANT, "a.json")).hasContent("second");
  }

  @Test
  void accounts_have_buckets_of_their_own() throws IOException {
    put(TENANT, "a.json", "mine");

    assertThat(DirectoryDepot.open(root()).find(OTHER.account(), "bucket", "a.json")).isEmpty();
  }

  @Test
  void what_is_not_written_to_its_end_is_not_there() throws IOException {
    assertThatIOException()
        .isThrownBy(
            () ->
                DirectoryDepot.open(root())
                    .put(
                        TENANT,
                        destination(),
                        "a.json",
                        "text/plain",
                        out -> {
                          out.write(1);
                          throw new IOException("the database is gone");
                        }));

    try (Stream<Path> files = Files.walk(root())) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd",
    "..",
    "/absolute",
    "a//b",
    "./a",
    "nul\u0000byte",
    "a/%2E%2E/b",
    "Grüße/\uD83D\uDE00"
  })
  void no_key_leads_out_of_its_bucket(String key) throws IOException {
    put(TENANT, key, "content");

    Path file = found(TENANT, key);
    assertThat(file.normalize()).isEqualTo(file);
    assertThat(file.toRealPath()).startsWith(root().resolve("111122223333/bucket").toRealPath());
  }

  @Test
  void a_directory_that_is_none_stops_the_start() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> DirectoryDepot.open(file.resolve("exports")))
        .withMessageStartingWith("--exports-directory: ");
  }

  @Test
  void different_keys_are_different_files() {
    Random random = new Random(20261128);
    Set<String> parts = new HashSet<>(List.of("", ".", "..", "%", "%2E", "a".repeat(300)));
    for (int i = 0; i < 5000; i++) {
      StringBuilder part = new StringBuilder();
      for (int length = random.nextInt(6); length >= 0; length--) {
        part.append(".%/2Eaä".charAt(random.nextInt(7)));
      }
      parts.add(part.toString());
    }

    Set<String> names = new HashSet<>();
    parts.forEach(part -> assertThat(names.add(FileName.of(part))).as(part).isTrue());
    assertThat(names).noneMatch(name -> name.length() > 200 || name.contains("/"));
  }

  private long put(Tenant tenant, String key, String content) throws IOException {
    return DirectoryDepot.open(root())
        .put(
            tenant,
            destination(),
            key,
            "text/plain",
            out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
  }

  private Path found(Tenant tenant, String key) {
    AccountId account = tenant.account();
    return DirectoryDepot.open(root()).find(account, "bucket", key).orElseThrow();
  }

  private Path root() {
    return directory.resolve("exports");
  }

  private static Destination destination() {
    return new Destination("bucket", null, "key");
  }
}
