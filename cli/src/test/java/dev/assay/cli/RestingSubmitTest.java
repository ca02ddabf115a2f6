package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.inspector.InspectorClient;

/// What a host that does not run would run: its mounted root, handed in and judged by Classic's
/// rules package.
final class RestingSubmitTest {
  private static final Path ELF = Path.of("/usr/bin/sleep");
  private static final int STACK = 0x6474e551;
  private static final String UNITS = "usr/lib/systemd/system/";

  @TempDir Path directory;

  @Test
  void a_service_with_an_executable_stack_that_anybody_may_replace_is_found_at_rest()
      throws Exception {
    assumeTrue(Files.exists(ELF), "there is no " + ELF);
    Root root = root();
    try (ServedProcess served = ServedProcess.startPrepared(directory.resolve("data"))) {
      Path credentials = directory.resolve("data").resolve("admin-credentials");
      assertThat(submitted(served.url(), credentials, root))
          .contains("shop-1: handed in\n")
          .contains("shop-1: handed in what it would run: 1 programs");
      try (InspectorClient client = new SdkClients(served.url(), credentials).classic()) {
        BehaviourRun run = BehaviourRun.of(client);
        assertThat(run.findings())
            .filteredOn(finding -> finding.id().equals("Software without DEP"))
            .singleElement()
            .satisfies(
                finding -> {
                  assertThat(finding.title())
                      .isEqualTo(
                          "Instance shop-1 would run /usr/sbin/shopd, which does not support DEP");
                  assertThat(finding.description())
                      .contains("/usr/sbin/shopd of shop 1.0")
                      .contains("read at rest");
                  assertThat(BehaviourRun.value(finding, "PACKAGE_NAME")).isEqualTo("shop");
                  assertThat(BehaviourRun.value(finding, "STARTED_BY")).isEqualTo("shop.service");
                });
        assertThat(run.findings())
            .filteredOn(finding -> finding.id().equals("Root process with insecure permissions"))
            .singleElement()
            .satisfies(
                finding ->
                    assertThat(BehaviourRun.value(finding, "FILES")).isEqualTo("/usr/sbin/shopd"));
        assertThat(run.exclusions()).anyMatch(text -> text.contains("it was read at rest"));
      }
    }
  }

  private Root root() throws Exception {
    Root root =
        Root.debian(directory.resolve("root"))
            .installed("shop", "1.0")
            .with("etc/hostname", "shop-1\n")
            .with("var/lib/dpkg/info/shop.list", "/usr/sbin/shopd\n")
            .with("usr/sbin/shopd", withExecutableStack(Files.readAllBytes(ELF)))
            .with(UNITS + "default.target", "[Unit]\nWants=shop.service\n")
            .with(UNITS + "shop.service", "[Service]\nExecStart=/usr/sbin/shopd\n");
    Files.setPosixFilePermissions(
        root.path().resolve("usr/sbin/shopd"), PosixFilePermissions.fromString("rwxr-xrwx"));
    return root;
  }

  /// The header PT_GNU_STACK of a 64-bit program, changed as `execstack -s` does.
  private static byte[] withExecutableStack(byte[] program) {
    ByteBuffer bytes = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
    int headers = (int) bytes.getLong(32);
    for (int i = 0; i < bytes.getShort(56); i++) {
      int header = headers + i * bytes.getShort(54);
      if (bytes.getInt(header) == STACK) {
        bytes.putInt(header + 4, bytes.getInt(header + 4) | 1);
        return program;
      }
    }
    throw new AssertionError("it has no PT_GNU_STACK");
  }

  private String submitted(String url, Path credentials, Root root) throws Exception {
    Path complaints = directory.resolve("complaints");
    ProcessBuilder scan =
        ServedProcess.forked("scan", root.path().toString(), "--submit", url, "--tag", "env=prod");
    scan.environment().put("AWS_SHARED_CREDENTIALS_FILE", credentials.toString());
    scan.environment().put("AWS_DEFAULT_REGION", "eu-central-1");
    scan.redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(complaints.toFile())
        .start()
        .waitFor();
    return Files.readString(complaints);
  }
}
