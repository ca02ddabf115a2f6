package dev.assay.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// OpenSSH's server on a port of the loopback address, with keys of its own. What is said of many
/// kinds of servers, the module agentless tests.
record Sshd(Path directory, int port, Process server) implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

  /// Skips the test where there is none, or we are not root.
  static Sshd start(Path directory) throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "Debian's openssh-server is not installed");
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")), "sshd is started by root only");
    Files.createDirectories(directory);
    Files.createDirectories(Path.of("/run/sshd"));
    for (String key : List.of("host", "id")) {
      String file = directory.resolve(key).toString();
      new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file)
          .inheritIO()
          .start()
          .waitFor();
    }
    int port = freePort();
    Path configuration =
        Files.write(
            directory.resolve("sshd_config"),
            List.of(
                "ListenAddress 127.0.0.1:" + port,
                "HostKey " + directory.resolve("host"),
                "AuthorizedKeysFile " + directory.resolve("id.pub"),
                "StrictModes no",
                "PidFile none",
                "UsePAM no",
                "PermitRootLogin prohibit-password",
                "Subsystem sftp internal-sftp"));
    Files.writeString(
        directory.resolve("known_hosts"),
        "[127.0.0.1]:" + port + " " + Files.readString(directory.resolve("host.pub")));
    Process server =
        new ProcessBuilder(PROGRAM.toString(), "-D", "-f", configuration.toString())
            .inheritIO()
            .start();
    return new Sshd(directory, port, server).answering();
  }

  /// This machine as a target.
  String target() {
    return "ssh://root@127.0.0.1:" + port + "/";
  }

  /// The options with which it lets us in.
  List<String> options() {
    return List.of(
        "-i",
        directory.resolve("id").toString(),
        "--known-hosts",
        directory.resolve("known_hosts").toString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Sshd answering() throws Exception {
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return this;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    throw new IOException("sshd does not answer.");
  }

  @Override
  public void close() {
    server.descendants().forEach(ProcessHandle::destroy);
    server.destroy();
  }
}
