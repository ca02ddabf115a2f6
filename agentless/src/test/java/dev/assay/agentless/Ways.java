package dev.assay.agentless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.agentless.HostCollector.Host;
import dev.assay.agentless.HostCollector.Interest;
import dev.assay.agentless.ssh.Bandwidth;
import dev.assay.agentless.ssh.Credentials;
import dev.assay.agentless.ssh.HostKeys;
import dev.assay.agentless.ssh.SshAddress;
import dev.assay.agentless.ssh.SshDoor;
import dev.assay.agentless.ssh.SshSettings;
import dev.assay.agentless.ssh.SshSettings.HostKeyPolicy;
import dev.assay.agentless.ssh.SshSettings.Sudo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Settings for tests, one thing at a time changed from the usual ones, and what they lead to.
record Ways(SshSettings settings, Duration mostForOne, Interest interest) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// By the server's key and one of its host keys.
  static Ways to(LoopbackSshd sshd) throws IOException {
    return new Ways(
        new SshSettings(
            new HostKeyPolicy.Known(HostKeys.read(List.of(sshd.knownHosts("ed25519")))),
            Credentials.of(List.of(sshd.identity()), null),
            "root",
            List.of(),
            Sudo.NEVER,
            Bandwidth.of(0),
            PATIENCE),
        Duration.ofMinutes(5),
        Interest.PACKAGES);
  }

  /// Looks at what the hosts do as well.
  Ways curious() {
    return new Ways(settings, mostForOne, Interest.PACKAGES_AND_BEHAVIOUR);
  }

  Ways knownBy(Path... files) throws IOException {
    return with(
        new HostKeyPolicy.Known(HostKeys.read(List.of(files))),
        settings.credentials(),
        settings.jumps(),
        settings.sudo());
  }

  Ways unchecked() {
    return with(
        new HostKeyPolicy.Unchecked(), settings.credentials(), settings.jumps(), settings.sudo());
  }

  Ways showing(Credentials credentials) {
    return with(settings.hostKeys(), credentials, settings.jumps(), settings.sudo());
  }

  Ways through(SshAddress... jumps) {
    return with(settings.hostKeys(), settings.credentials(), List.of(jumps), settings.sudo());
  }

  Ways withSudo() {
    return with(settings.hostKeys(), settings.credentials(), settings.jumps(), Sudo.WHERE_DENIED);
  }

  Ways slowly(long bytesPerSecond, Duration most) {
    return new Ways(
        new SshSettings(
            settings.hostKeys(),
            settings.credentials(),
            settings.user(),
            settings.jumps(),
            settings.sudo(),
            Bandwidth.of(bytesPerSecond),
            settings.patience()),
        most,
        interest);
  }

  private Ways with(
      HostKeyPolicy hostKeys, Credentials credentials, List<SshAddress> jumps, Sudo sudo) {
    return new Ways(
        new SshSettings(
            hostKeys,
            credentials,
            settings.user(),
            jumps,
            sudo,
            settings.bandwidth(),
            settings.patience()),
        mostForOne,
        interest);
  }

  /// The reason for which the host was not read.
  String refusal(Host host) throws Exception {
    HostResult result = collect(host).getFirst();
    assertThat(result).isInstanceOf(HostResult.Failed.class);
    return result.inventory().notEvaluated().getFirst().why();
  }

  HostResult.Collected collected(Host host) throws Exception {
    HostResult result = collect(host).getFirst();
    assertThat(result).isInstanceOf(HostResult.Collected.class);
    return (HostResult.Collected) result;
  }

  List<HostResult> collect(Host... hosts) throws Exception {
    try (SshDoor door = new SshDoor(settings)) {
      return new HostCollector(door, 4, mostForOne, interest).collect(List.of(hosts));
    }
  }
}
