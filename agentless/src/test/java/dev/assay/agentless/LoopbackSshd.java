package dev.assay.agentless;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.agentless.HostCollector.Host;
import dev.assay.agentless.ssh.SshAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// OpenSSH's server on a port of the loopback address, with keys of its own in a directory.
public final class LoopbackSshd implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

  private final Path directory;
  private final int port;
  private final Process server;

  private LoopbackSshd(Path directory, int port, Process server) {
    this.directory = directory;
    this.port = port;
    this.server = server;
  }

  /// Starts one; the test is skipped, with a message, where there is none or we are not root.
  ///
  /// @param settings further lines of sshd_config
  public static LoopbackSshd start(Path directory, String... settings) throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "Debian's openssh-server is not installed");
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")), "sshd is started by root only");
    Files.createDirectories(directory);
    Files.createDirectories(Path.of("/run/sshd"));
    key(directory.resolve("host_ed25519"), "ed25519");
    key(directory.resolve("host_ecdsa"), "ecdsa");
    key(directory.resolve("id"), "ed25519");
    Files.copy(directory.resolve("id.pub"), directory.resolve("authorized"));
    int port = freePort();
    List<String> lines = new ArrayList<>();
    lines.add("ListenAddress 127.0.0.1:" + port);
    lines.add("HostKey " + directory.resolve("host_ed25519"));
    lines.add("HostKey " + directory.resolve("host_ecdsa"));
    lines.add("AuthorizedKeysFile " + directory.resolve("authorized"));
    lines.add("StrictModes no");
    lines.add("PidFile none");
    lines.add("UsePAM no");
    lines.add("PermitRootLogin prohibit-password");
    lines.addAll(List.of(settings));
    if (lines.stream().noneMatch(line -> line.startsWith("Subsystem"))) {
      lines.add("Subsystem sftp internal-sftp");
    }
    Path configuration = Files.write(directory.resolve("sshd_config"), lines);
    Process server =
        new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    LoopbackSshd sshd = new LoopbackSshd(directory, port, server);
    sshd.awaitAnswer();
    return sshd;
  }

  /// Makes a key without a passphrase.
  public static void key(Path file, String kind, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("ssh-keygen", "-q", "-t", kind, "-f", file.toString()));
    words.addAll(more.length == 0 ? List.of("-N", "") : List.of(more));
    Process process = new ProcessBuilder(words).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException("ssh-keygen failed for " + file);
    }
  }

  /// A known_hosts file with one of the server's keys.
  public Path knownHosts(String kind) throws IOException {
    String key = Files.readString(directory.resolve("host_" + kind + ".pub"), UTF_8);
    return Files.writeString(
        directory.resolve("known_" + kind), "[127.0.0.1]:" + port + " " + key, UTF_8);
  }

  /// The private key that the server lets in.
  public Path identity() {
    return directory.resolve("id");
  }

  public int port() {
    return port;
  }

  /// A host of this server.
  public Host host(String user, String path) {
    String target = "ssh://" + user + "@127.0.0.1:" + port + path.replace(" ", "%20");
    return new Host(target, SshAddress.parse(target));
  }

  /// Lets others than root reach the files that they need.
  public LoopbackSshd opened() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    return this;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer() throws Exception {
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    throw new IOException("sshd: " + Files.readString(directory.resolve("log")));
  }

  @Override
  public void close() {
    server.descendants().forEach(ProcessHandle::destroy);
    server.destroy();
  }
}
