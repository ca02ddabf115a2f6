package dev.assay.cli;

import dev.assay.agentless.ssh.Bandwidth;
import dev.assay.agentless.ssh.Credentials;
import dev.assay.agentless.ssh.HostKeys;
import dev.assay.agentless.ssh.SshAddress;
import dev.assay.agentless.ssh.SshSettings;
import dev.assay.agentless.ssh.SshSettings.HostKeyPolicy;
import dev.assay.agentless.ssh.SshSettings.Sudo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How machines named by `ssh://` are reached.
final class SshOptions {
  private static final Path HOME = Path.of(System.getProperty("user.home"), ".ssh");
  private static final Path EVERYBODY = Path.of("/etc/ssh/ssh_known_hosts");
  private static final int MOST_AT_ONCE = 256;
  private static final long KIBI = 1024;

  @Option(
      names = {"-i", "--identity"},
      paramLabel = "FILE",
      description =
          "A private key for ssh:// targets; repeatable. Default: id_ed25519, id_ecdsa and id_rsa of"
              + " ~/.ssh. The keys of ssh-agent are always tried too.")
  List<Path> identities = new ArrayList<>();

  @Option(
      names = {"-J", "--jump"},
      split = ",",
      paramLabel = "[USER@]HOST[:PORT]",
      description = "Reach ssh:// targets through this host; several are gone through in order.")
  List<String> jumps = new ArrayList<>();

  @Option(
      names = "--known-hosts",
      paramLabel = "FILE",
      description =
          "Where the keys of hosts are; repeatable. Default: ~/.ssh/known_hosts and"
              + " /etc/ssh/ssh_known_hosts. Nothing is added to it.")
  List<Path> knownHosts = new ArrayList<>();

  @Option(
      names = "--accept-any-host-key",
      description =
          "Do not check the keys of ssh:// hosts: whoever is between can read and invent the result.")
  boolean anyHostKey;

  @Option(
      names = "--sudo",
      description =
          "Read by 'sudo -n' (stat, readlink, ls, cat) what the user of an ssh:// host may not read.")
  boolean sudo;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "How many ssh:// hosts are read at a time. Default: 8.")
  int atOnce = 8;

  @Option(
      names = "--bandwidth",
      paramLabel = "KIB",
      description = "Most KiB read from ssh:// hosts in a second, all together. Default: no limit.")
  long kibPerSecond;

  @Option(
      names = "--host-timeout",
      paramLabel = "SECONDS",
      description = "Give up an ssh:// host that takes longer as a whole. Default: 600.")
  int hostSeconds = 600;

  @Option(
      names = "--connect-timeout",
      paramLabel = "SECONDS",
      description = "Give up an ssh:// host that does not answer or log in. Default: 20.")
  int connectSeconds = 20;

  Duration mostForOne() {
    return Duration.ofSeconds(hostSeconds);
  }

  /// Complains before anything is read.
  void check() {
    if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
      throw new InputException("--at-once " + atOnce + ": expected 1 to " + MOST_AT_ONCE);
    }
    if (kibPerSecond < 0 || hostSeconds < 1 || connectSeconds < 1) {
      throw new InputException(
          "--bandwidth, --host-timeout and --connect-timeout expect a number above 0");
    }
    if (anyHostKey && !knownHosts.isEmpty()) {
      throw new InputException("--accept-any-host-key does not go with --known-hosts");
    }
  }

  SshSettings settings() {
    return new SshSettings(
        hostKeys(),
        credentials(),
        System.getProperty("user.name"),
        jumps.stream().map(SshOptions::jump).toList(),
        sudo ? Sudo.WHERE_DENIED : Sudo.NEVER,
        Bandwidth.of(kibPerSecond * KIBI),
        Duration.ofSeconds(connectSeconds));
  }

  private HostKeyPolicy hostKeys() {
    if (anyHostKey) {
      return new HostKeyPolicy.Unchecked();
    }
    for (Path file : knownHosts) {
      if (!Files.exists(file)) {
        throw new InputException("--known-hosts " + file + " does not exist");
      }
    }
    List<Path> files =
        knownHosts.isEmpty() ? List.of(HOME.resolve("known_hosts"), EVERYBODY) : knownHosts;
    try {
      return new HostKeyPolicy.Known(HostKeys.read(files));
    } catch (IOException unreadable) {
      throw new InputException(
          "known_hosts cannot be read: " + IoFailure.words(unreadable), unreadable);
    }
  }

  private Credentials credentials() {
    Path agent =
        Optional.ofNullable(System.getenv("SSH_AUTH_SOCK"))
            .filter(socket -> !socket.isEmpty())
            .map(Path::of)
            .orElse(null);
    if (identities.isEmpty()) {
      return Credentials.usual(HOME, agent);
    }
    try {
      return Credentials.of(identities, agent);
    } catch (IOException unusable) {
      throw new InputException("--identity: " + unusable.getMessage(), unusable);
    }
  }

  private static SshAddress jump(String text) {
    try {
      return SshAddress.parseJump(text);
    } catch (IllegalArgumentException malformed) {
      throw new InputException("--jump " + malformed.getMessage(), malformed);
    }
  }
}
