package dev.assay.inventory.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inventory.FileOwnership;
import dev.assay.inventory.host.TreeHost;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.runtime.Connection;
import dev.assay.model.runtime.Connection.Direction;
import dev.assay.model.runtime.Hardening.ExecutableStack;
import dev.assay.model.runtime.ListeningSocket;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.RunningProcess;
import dev.assay.model.runtime.RuntimeSample;
import dev.assay.model.runtime.Transport;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Real processes and sockets of the machine that the tests run on.
@TestInstance(Lifecycle.PER_CLASS)
class RuntimeCollectorTest {
  private static final Path SLEEP = Path.of("/usr/bin/sleep");
  private static final int SELF = (int) ProcessHandle.current().pid();

  @TempDir(factory = Elsewhere.class)
  Path directory;

  @Test
  void a_server_of_this_process_listens_and_its_connection_has_two_ends() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, loopback());
        Socket near = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      RuntimeSample sample = sample();
      int port = server.getLocalPort();
      assertThat(accepted.getPort()).isEqualTo(near.getLocalPort());
      assertThat(sample.listening())
          .filteredOn(socket -> socket.port() == port)
          .singleElement()
          .returns(Transport.TCP, ListeningSocket::transport)
          .returns(List.of(SELF), ListeningSocket::processes)
          .returns(true, socket -> socket.address().endsWith("127.0.0.1"));
      assertThat(sample.connections())
          .filteredOn(connection -> connection.port() == port)
          .containsExactlyInAnyOrder(
              new Connection(Transport.TCP, Direction.ACCEPTED, port, true, List.of(SELF)),
              new Connection(Transport.TCP, Direction.OPENED, port, true, List.of(SELF)));
    }
  }

  @Test
  void a_bound_udp_socket_is_one_that_listens() throws Exception {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(loopback(), 0))) {
      assertThat(sample().listening())
          .filteredOn(one -> one.transport() == Transport.UDP)
          .anySatisfy(
              one -> {
                assertThat(one.port()).isEqualTo(socket.getLocalPort());
                assertThat(one.processes()).containsExactly(SELF);
              });
    }
  }

  @Test
  void tells_what_this_process_runs() throws Exception {
    RuntimeSample sample = sample();
    String java = Path.of("/proc/self/exe").toRealPath().toString();
    assertThat(process(sample, SELF)).returns(java, RunningProcess::executable);
    assertThat(sample.files())
        .filteredOn(file -> file.path().equals(java))
        .singleElement()
        .satisfies(
            file ->
                assertThat(Objects.requireNonNull(file.hardening()).executableStack())
                    .isEqualTo(ExecutableStack.REFUSED));
    assertThat(sample.kernel()).isEqualTo(System.getProperty("os.version"));
    assertThat(sample.uptime()).isPositive();
  }

  @Test
  void a_deleted_executable_and_a_deleted_library_are_replaced() throws Exception {
    assumeTrue(Files.exists(SLEEP), "there is no " + SLEEP);
    Path program = Files.copy(SLEEP, directory.resolve("sleeper"));
    Path library = Files.copy(someLibrary(), directory.resolve("libborrowed.so"));
    ProcessBuilder builder = new ProcessBuilder(program.toString(), "60");
    builder.environment().put("LD_PRELOAD", library.toString());
    Process process = builder.start();
    try {
      awaitMapped(process, library);
      Files.delete(program);
      Files.delete(library);
      assertThat(process(sample(), (int) process.pid()).replaced())
          .containsExactlyInAnyOrder(program.toString(), library.toString());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void a_program_that_anybody_may_change_is_told() throws Exception {
    assumeTrue(Files.exists(SLEEP), "there is no " + SLEEP);
    Path program = Files.copy(SLEEP, directory.resolve("open-to-all"));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xrwx"));
    Process process = new ProcessBuilder(program.toString(), "60").start();
    try {
      awaitMapped(process, program);
      assertThat(file(sample(), program.toString()).writers())
          .isNotNull()
          .returns(true, ProgramFile.Writers::everybody);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void names_the_package_of_a_program() throws Exception {
    assumeTrue(Files.exists(Path.of("/var/lib/dpkg/info/coreutils.list")), "no coreutils of dpkg");
    Process process = new ProcessBuilder(SLEEP.toString(), "60").start();
    try {
      awaitMapped(process, SLEEP);
      assertThat(file(sample(), SLEEP.toString()).owner())
          .isNotNull()
          .returns("coreutils", ProgramFile.OwningPackage::name);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  /// Between fork and exec a process still runs what its parent runs, and a file is mapped to be
  /// read before it is mapped to be executed.
  private static void awaitMapped(Process process, Path file) throws Exception {
    Path maps = Path.of("/proc/" + process.pid() + "/maps");
    for (int i = 0; i < 200 && !isMapped(maps, file); i++) {
      Thread.sleep(20);
    }
  }

  private static boolean isMapped(Path maps, Path file) throws IOException {
    return Files.readAllLines(maps).stream()
        .anyMatch(line -> line.contains(" r-xp ") && line.endsWith(file.toString()));
  }

  private static Path someLibrary() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/maps")).stream()
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .filter(path -> path.matches(".*/libm[.]so.*"))
        .map(Path::of)
        .findFirst()
        .orElseGet(() -> Path.of("/usr/lib/x86_64-linux-gnu/libm.so.6"));
  }

  private static RuntimeSample sample() throws IOException {
    DirectoryTree tree = DirectoryTree.at(Path.of("/"));
    return new RuntimeCollector(
            TreeHost.at(Path.of("/")), FileOwnership.of(tree), new LocalPrograms(tree))
        .collect(Instant.EPOCH, List.of());
  }

  private static RunningProcess process(RuntimeSample sample, int id) {
    return sample.processes().stream().filter(one -> one.id() == id).findFirst().orElseThrow();
  }

  private static ProgramFile file(RuntimeSample sample, String path) {
    return sample.files().stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow();
  }

  /// A directory that is not below `/tmp`, where deleted code is taken for a program's own: in the
  /// module's folder for what is built, or in the user's home.
  static final class Elsewhere implements org.junit.jupiter.api.io.TempDirFactory {
    @Override
    public Path createTempDirectory(
        org.junit.jupiter.api.extension.AnnotatedElementContext element,
        org.junit.jupiter.api.extension.ExtensionContext context)
        throws IOException {
      Path built = Files.createDirectories(Path.of("target").toAbsolutePath());
      return Files.createTempDirectory(
          built.startsWith("/tmp") ? Path.of(System.getProperty("user.home")) : built,
          ".assay-runtime");
    }
  }
}
