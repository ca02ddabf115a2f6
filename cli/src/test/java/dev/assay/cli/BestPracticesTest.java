package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.agent.benchmark.BestPractices;
import dev.assay.assessment.cis.BenchmarkReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Assay's own content over trees that keep to its rules and trees that do not.
class BestPracticesTest {
  private static final String RULE = "_rule_";
  private static final Map<String, String> GOOD =
      Map.of(
          "etc/ssh/sshd_config", "PermitRootLogin no\nPasswordAuthentication no\nProtocol 2\n",
          "etc/login.defs", "PASS_MAX_DAYS\t60\n",
          "etc/security/pwquality.conf", "minlen = 14\nminclass = 4\n",
          "etc/sysctl.d/aslr.conf", "kernel.randomize_va_space = 2\n");

  @TempDir Path directory;
  private Path tree = Path.of("");

  @Test
  void a_tree_that_keeps_to_the_rules_passes_them_and_does_not_tell_of_its_processor()
      throws IOException {
    grow();
    assertThat(results())
        .isEqualTo(
            Map.of(
                "root-login", "pass",
                "ssh-version", "pass",
                "password-authentication", "pass",
                "password-age", "pass",
                "password-length", "pass",
                "password-complexity", "pass",
                "aslr", "pass",
                "dep", "unknown",
                "system-directories", "pass"));
  }

  @Test
  void the_service_knows_the_content_by_the_name_that_it_has() {
    assertThat(BestPractices.BENCHMARK).isEqualTo(BenchmarkReport.BEST_PRACTICES);
  }

  @ParameterizedTest
  @CsvSource({
    "etc/ssh/sshd_config, 'PasswordAuthentication no', root-login",
    "etc/ssh/sshd_config, 'PermitRootLogin prohibit-password|PasswordAuthentication no', root-login",
    "etc/ssh/sshd_config.d/a.conf, 'permitrootlogin=yes', root-login",
    "etc/ssh/sshd_config.d/a.conf, 'Protocol 2,1', ssh-version",
    "etc/ssh/sshd_config, '#PasswordAuthentication no|PermitRootLogin no', password-authentication",
    "etc/ssh/sshd_config.d/a.conf, ' PasswordAuthentication \"yes\"', password-authentication",
    "etc/login.defs, 'PASS_MAX_DAYS 99999', password-age",
    "etc/login.defs, '#PASS_MAX_DAYS 60', password-age",
    "etc/security/pwquality.conf, 'minlen = 6|minclass = 4', password-length",
    "etc/security/pwquality.conf, '# minlen = 14|minclass = 4', password-length",
    "etc/security/pwquality.conf, 'minlen = 14|minclass = 2', password-complexity",
    "etc/security/pwquality.conf, 'minlen = 14|dcredit = -1|ucredit = -1|lcredit = 1|ocredit = -1',"
        + " password-complexity",
    "etc/sysctl.d/aslr.conf, 'kernel.randomize_va_space = 1', aslr",
  })
  void one_violation_fails_its_rule_and_no_other(String file, String content, String rule)
      throws IOException {
    grow();
    write(file, content.replace('|', '\n') + "\n");
    assertThat(failed()).containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "etc/security/pwquality.conf, 'minlen = 14|dcredit = -1|ucredit = -1|lcredit = -2|ocredit = -1'",
    "etc/security/pwquality.conf.d/x.conf, 'minlen = 8'",
    "etc/ssh/sshd_config.d/a.conf, 'PermitRootLogin \"no\"'",
  })
  void other_ways_to_keep_to_a_rule_are_known(String file, String content) throws IOException {
    grow();
    write(file, content.replace('|', '\n') + "\n");
    assertThat(failed()).isEmpty();
  }

  @Test
  void the_modules_of_pam_may_have_the_settings_too() throws IOException {
    grow();
    Files.delete(tree.resolve("etc/security/pwquality.conf"));
    assertThat(failed()).containsExactly("password-complexity", "password-length");
    write(
        "etc/pam.d/common-password",
        "password requisite pam_pwquality.so retry=3 minlen=9 minclass=3\n");
    assertThat(failed()).isEmpty();
  }

  @Test
  void a_host_without_an_ssh_server_lets_nobody_in() throws IOException {
    grow();
    Files.delete(tree.resolve("etc/ssh/sshd_config"));
    assertThat(failed()).isEmpty();
  }

  @Test
  void a_directory_that_others_can_write_to_fails() throws IOException {
    grow();
    Files.setPosixFilePermissions(
        tree.resolve("usr/bin"), PosixFilePermissions.fromString("rwxrwxr-x"));
    assertThat(failed()).containsExactly("system-directories");
  }

  @Test
  void oscap_takes_the_content_and_says_the_same_of_files() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/oscap")), "oscap is not installed");
    grow();
    assertThat(oscap()).isEqualTo(strictly());
    write("etc/ssh/sshd_config", "PermitRootLogin yes\nProtocol 1\n");
    write("etc/login.defs", "PASS_MAX_DAYS 99999\n");
    write("etc/security/pwquality.conf", "minlen = 7\nminclass = 1\n");
    Files.setPosixFilePermissions(
        tree.resolve("usr/lib"), PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(oscap()).isEqualTo(strictly());
    assertThat(strictly().values()).containsOnly("fail");
  }

  /// What hangs on files alone: oscap finds no kernel parameters and no processor offline.
  private Map<String, String> strictly() {
    Map<String, String> all = results("--strict");
    all.keySet().removeAll(List.of("aslr", "dep"));
    return all;
  }

  private Map<String, String> oscap() throws IOException, InterruptedException {
    Path content = directory.resolve("ds.xml");
    Files.write(content, BestPractices.open().readAllBytes());
    ProcessBuilder builder =
        new ProcessBuilder(
            "/usr/bin/oscap",
            "xccdf",
            "eval",
            "--profile",
            "xccdf_dev.assay.best-practices_profile_default",
            "--progress",
            content.toString());
    builder.environment().put("OSCAP_PROBE_ROOT", tree.toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    Map<String, String> results = new TreeMap<>();
    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .forEach(
            line -> {
              String[] parts = line.split(":", 2);
              results.put(parts[0].substring(parts[0].indexOf(RULE) + RULE.length()), parts[1]);
            });
    process.waitFor();
    results.keySet().removeAll(List.of("aslr", "dep"));
    return results;
  }

  private void grow() throws IOException {
    Object user = Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    Assumptions.assumeTrue(user.equals(0), "only root has directories of root");
    tree = Files.createDirectory(directory.resolve("tree"));
    Files.setPosixFilePermissions(tree, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String name : new String[] {"usr/bin", "usr/lib", "etc/ssh"}) {
      Files.createDirectories(tree.resolve(name));
    }
    Files.createSymbolicLink(tree.resolve("bin"), Path.of("usr/bin"));
    for (Map.Entry<String, String> file : GOOD.entrySet()) {
      write(file.getKey(), file.getValue());
    }
  }

  private void write(String name, String content) throws IOException {
    Path file = tree.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private List<String> failed() {
    return results().entrySet().stream()
        .filter(rule -> rule.getValue().equals("fail"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, String> results(String... options) {
    List<String> line =
        new ArrayList<>(
            List.of("cis", tree.toString(), "--content", "best-practices", "--profile", "default"));
    line.addAll(List.of(options));
    Map<String, String> results = new TreeMap<>();
    for (JsonNode rule : Assay.run(line.toArray()).json().get("results")) {
      String id = rule.get("rule").asString();
      results.put(id.substring(id.indexOf(RULE) + RULE.length()), rule.get("status").asString());
    }
    return results;
  }
}
