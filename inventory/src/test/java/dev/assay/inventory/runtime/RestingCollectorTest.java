package dev.assay.inventory.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inventory.FileOwnership;
import dev.assay.inventory.host.TreeHost;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.NotEvaluated;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.ProgramFile.OwningPackage;
import dev.assay.model.runtime.RestingProgram;
import dev.assay.model.runtime.RuntimeSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Roots of hosts that do not run.
class RestingCollectorTest {
  private static final Path ELF = Path.of("/usr/bin/sleep");
  private static final String WANTED = "etc/systemd/system/default.target.wants/";

  @TempDir Path root;

  @Test
  void services_that_a_start_would_start_are_told_with_their_owners_and_hardening()
      throws Exception {
    assumeTrue(Files.exists(ELF), "there is no " + ELF);
    boots("daemon.service", "[Service]\nExecStart=-/usr/sbin/daemon --foreground\n");
    boots("user.service", "[Service]\nUser=www\nExecStart=server -x\n");
    unit("idle.service", "[Service]\nExecStart=/usr/sbin/idle\n");
    boots("door.socket", "[Socket]\nListenStream=23\nAccept=yes\n");
    unit("door@.service", "[Service]\nExecStart=@/usr/sbin/door doord\n");
    boots("nightly.timer", "[Timer]\nUnit=job.service\n");
    unit("job.service", "[Service]\nExecStart=\"/usr/lib/job tool\"\n");
    for (String program : List.of("sbin/daemon", "sbin/idle", "sbin/door", "lib/job tool")) {
      program("usr/" + program, "rwxr-xr-x");
    }
    program("usr/bin/server", "rwxr-xrwx");
    write("var/lib/dpkg/info/daemons.list", "/usr/sbin/daemon\n");

    RuntimeSample sample = sample();

    assertThat(sample.resting())
        .containsExactly(
            new RestingProgram("/usr/bin/server", List.of("user.service"), false, false),
            new RestingProgram("/usr/lib/job tool", List.of("job.service"), false, true),
            new RestingProgram("/usr/sbin/daemon", List.of("daemon.service"), false, true),
            new RestingProgram("/usr/sbin/door", List.of("door@.service"), false, true));
    assertThat(sample.isAtRest()).isTrue();
    assertThat(file(sample, "/usr/sbin/daemon").owner())
        .isEqualTo(new OwningPackage("daemons", ""));
    assertThat(file(sample, "/usr/sbin/daemon").hardening()).isNotNull();
    assertThat(Objects.requireNonNull(file(sample, "/usr/bin/server").writers()).everybody())
        .isTrue();
    assertThat(sample.notEvaluated()).isEmpty();
  }

  @Test
  void a_program_that_systemd_would_work_out_itself_is_a_gap() throws Exception {
    boots("odd.service", "[Service]\nExecStart=/usr/lib/%p/run\n");
    RuntimeSample sample = sample();
    assertThat(sample.isAtRest()).isFalse();
    assertThat(sample.notEvaluated()).extracting(NotEvaluated::what).containsExactly("odd.service");
  }

  @Test
  void a_tree_without_programs_is_at_rest_without_any() throws Exception {
    write("etc/os-release", "ID=debian\n");
    assertThat(sample().resting()).isEmpty();
    assertThat(sample().notEvaluated()).isEmpty();
  }

  @Test
  void set_user_id_programs_of_this_machine_are_those_that_find_finds() throws Exception {
    Process find =
        new ProcessBuilder(
                "sh",
                "-c",
                "find -H /usr/bin /usr/sbin /bin /sbin /usr/local/bin /usr/local/sbin /usr/lib"
                    + " /usr/lib64 /usr/libexec /opt -maxdepth 4 -type f -perm -4000"
                    + " -perm /111 -exec readlink -f {} + 2>/dev/null")
            .start();
    Set<String> found =
        new TreeSet<>(
            new String(find.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
    assumeTrue(!found.isEmpty(), "there is no set-user-ID program, or no find");
    assertThat(new SetUserIds(TreeHost.at(Path.of("/")), gap -> {}).find().keySet())
        .containsExactlyElementsOf(found);
  }

  private RuntimeSample sample() throws IOException {
    DirectoryTree tree = DirectoryTree.at(root);
    return new RestingCollector(TreeHost.at(root), FileOwnership.of(tree), new LocalPrograms(tree))
        .collect(Instant.EPOCH, List.of());
  }

  private static ProgramFile file(RuntimeSample sample, String path) {
    return sample.files().stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private void boots(String name, String text) throws IOException {
    unit(name, text);
    unit("default.target", "[Unit]\nDescription=all\n");
    Files.createDirectories(root.resolve(WANTED));
    Files.createSymbolicLink(
        root.resolve(WANTED + name), Path.of("/usr/lib/systemd/system/" + name));
  }

  private void unit(String name, String text) throws IOException {
    write("usr/lib/systemd/system/" + name, text);
  }

  private void program(String path, String permissions) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.copy(ELF, file);
    Files.setPosixFilePermissions(
        file, java.nio.file.attribute.PosixFilePermissions.fromString(permissions));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
