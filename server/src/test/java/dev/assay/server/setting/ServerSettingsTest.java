package dev.assay.server.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerSettingsTest {
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();

  @Test
  void nothing_need_be_said() {
    ServerSettings settings = settings();
    assertThat(settings.address().getPort()).isEqualTo(8080);
    assertThat(settings.address().getAddress().isLoopbackAddress()).isTrue();
    assertThat(settings.data()).isEqualTo(Path.of("usual"));
    assertThat(settings.database()).isEmpty();
    assertThat(settings.tls()).isEqualTo(TlsMode.OFF);
    assertThat(settings.limits().body()).isEqualTo(64 << 20);
  }

  @Test
  void a_flag_outweighs_the_environment_and_that_the_file() {
    files.put("assay.conf", "# ours\n\nport = 1\nrate.burst = 11\nstop.grace=2m\n");
    environment.put("ASSAY_PORT", "2");
    environment.put("ASSAY_RATE_BURST", "22");
    ServerSettings settings = settings("--config", "assay.conf", "--port=3");
    assertThat(settings.address().getPort()).isEqualTo(3);
    assertThat(settings.burst()).isEqualTo(22);
    assertThat(settings.grace()).isEqualTo(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port 80a | --port: '80a' is wrong: expected a number from 0 to 65535",
        "--port 65536 | --port: '65536' is wrong: expected a number from 0 to 65535",
        "--port | --port: a value is missing",
        "--port 1 --port 2 | --port is given twice",
        "--prot 1 | unknown option '--prot'; see 'assay serve --help'",
        "8080 | unexpected argument '8080'; see 'assay serve --help'",
        "--tls on | --tls: 'on' is wrong: expected off or generated or files",
        "--tls files | --tls-certificate (or ASSAY_TLS_CERTIFICATE) is missing",
        "--tls-key k.pem | --tls-key: means nothing without --tls files",
        "--stop-grace 5 | --stop-grace: '5' is wrong: expected a time such as 500ms, 30s, 5m or 1h",
        "--limit-body 1PB | --limit-body: '1PB' is wrong: expected a size such as 16KiB or 64MiB,"
            + " from 1024 to 1073741824 bytes",
        "--account 12 | --account: '12' is wrong: expected twelve digits",
        "--database-user u | --database-user: means nothing without --database",
        "--database mysql://h | --database: 'mysql://h' is no database: expected"
            + " jdbc:postgresql://HOST/NAME",
        "--address no.such.host.invalid | --address: 'no.such.host.invalid' is wrong: expected an"
            + " address of this machine, or 0.0.0.0 for all"
      })
  void a_wrong_flag_is_named(String flags, String message) {
    assertRefused(message, flags.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port = x | assay.conf line 1: port: 'x' is wrong: expected a number from 0 to 65535",
        "prot = 1 | assay.conf line 1: there is no setting 'prot'; see 'assay serve --help'",
        "port 1 | assay.conf line 1: expected NAME = VALUE"
      })
  void a_wrong_line_of_the_file_is_named(String line, String message) {
    files.put("assay.conf", line);
    assertRefused(message, "--config", "assay.conf");
  }

  @Test
  void a_wrong_variable_is_named_and_so_is_one_that_means_nothing() {
    environment.put("ASSAY_PORT", "tcp://10.0.0.1:8080");
    assertRefused("ASSAY_PORT: 'tcp://10.0.0.1:8080' is wrong: expected a number from 0 to 65535");
    environment.clear();
    environment.put("ASSAY_PROT", "1");
    assertRefused("ASSAY_PROT: there is no such setting; see 'assay serve --help'");
  }

  @Test
  void the_databases_password_comes_by_file_or_environment_and_shows_nowhere() {
    files.put("password", "from file\n");
    ServerSettings byFile =
        settings("--database", "jdbc:postgresql://h/n", "--database-password-file", "password");
    assertThat(byFile.database().orElseThrow().password()).contains("from file");
    environment.put("ASSAY_DATABASE_PASSWORD", "from environment");
    ServerSettings byEnvironment = settings("--database", "jdbc:postgresql://h/n");
    assertThat(byEnvironment.database().orElseThrow().password()).contains("from environment");
    assertThat(byFile.toString() + byEnvironment).doesNotContain("from file", "from environment");
  }

  @Test
  void a_password_in_the_url_is_refused_without_quoting_it() {
    assertRefused(
        "--database: the database's URL holds its password, where others can read it; give it by"
            + " file or by environment",
        "--database",
        "jdbc:postgresql://h/n?user=u&password=hush");
  }

  @Test
  void s3_needs_credentials_and_makes_the_directory_mean_nothing() {
    assertRefused(
        "--exports-s3: needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment",
        "--exports-s3",
        "https://s3.example.org");
    assertRefused(
        "--exports-s3: 's3.example.org' is wrong: expected https://HOST, or http://HOST:PORT",
        "--exports-s3",
        "s3.example.org");
    assertRefused(
        "--exports-s3-region: means nothing without --exports-s3",
        "--exports-s3-region",
        "eu-west-1");
    environment.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
    environment.put("AWS_SECRET_ACCESS_KEY", "hush");
    assertRefused(
        "--exports-directory: means nothing with --exports-s3",
        "--exports-s3",
        "https://s3.example.org",
        "--exports-directory",
        "exports");
    ServerSettings settings = settings("--exports-s3", "https://s3.example.org");
    assertThat(settings.exports().s3().orElseThrow().kms()).isTrue();
    assertThat(settings.toString()).doesNotContain("hush");
  }

  @Test
  void the_documentation_has_every_setting_with_its_default() throws IOException {
    String documentation = Files.readString(Path.of("../docs/operations.md"));
    StringBuilder table =
        new StringBuilder("| setting | default | what it decides |\n|---|---|---|\n");
    for (Setting<?> setting : Setting.all()) {
      table.append(
          "| `%s` %s | %s | %s |\n"
              .formatted(
                  setting.name(),
                  setting.value().replace("|", "\\|"),
                  setting.standard().map(standard -> "`" + standard + "`").orElse(""),
                  setting.meaning()));
    }
    assertThat(documentation).contains(table);
  }

  private void assertRefused(String message, String... flags) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> settings(flags))
        .withMessage(message);
  }

  private ServerSettings settings(String... flags) {
    return ServerSettings.of(
        GivenSettings.gather(List.of(flags), environment, this::read),
        Path.of("usual"),
        file -> read(file.toString()));
  }

  private String read(String file) {
    return Objects.requireNonNull(files.get(file), file);
  }
}
