package dev.assay.agentless.ssh;

import dev.assay.agentless.ssh.HostKeys.Meant;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/// The way to one machine, through jump hosts where there are some: each hop checks its own host
/// key, and what goes through a jump host is encrypted for the machine behind it.
final class Route {
  private static final SshdSocketAddress ANY_LOCAL_PORT = new SshdSocketAddress("127.0.0.1", 0);

  private final SshClient client;
  private final SshSettings settings;
  private final List<ClientSession> sessions = new ArrayList<>();

  Route(SshClient client, SshSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  SshConnection to(SshAddress address) throws UnreachedException {
    try {
      for (SshAddress jump : settings.jumps()) {
        sessions.add(hop(jump, "jump host " + jump.place() + ": "));
      }
      sessions.add(hop(address, ""));
      return SshConnection.of(sessions, settings);
    } catch (UnreachedException | RuntimeException e) {
      sessions.reversed().forEach(session -> session.close(true));
      throw e;
    }
  }

  private ClientSession hop(SshAddress address, String prefix) throws UnreachedException {
    Meant meant = new Meant(address);
    ClientSession session = null;
    try {
      session = connected(address, meant);
      session.auth().verify(settings.patience());
      return session;
    } catch (IOException failure) {
      if (session != null) {
        session.close(true);
      }
      String why =
          meant.refusal().isEmpty()
              ? Refusal.words(failure, session != null, settings.credentials())
              : meant.refusal();
      throw new UnreachedException(prefix + why + ".", failure);
    }
  }

  private ClientSession connected(SshAddress address, Meant meant) throws IOException {
    String user = Objects.requireNonNullElse(address.user(), settings.user());
    AttributeRepository context = AttributeRepository.ofKeyValuePair(HostKeys.MEANT, meant);
    return client
        .connect(user, place(address), context, null)
        .verify(settings.patience())
        .getSession();
  }

  /// Where to connect to: the machine itself, or a port of ours behind which the last jump host
  /// connects to it.
  private SocketAddress place(SshAddress address) throws IOException {
    if (!sessions.isEmpty()) {
      return sessions
          .getLast()
          .createLocalPortForwardingTracker(
              ANY_LOCAL_PORT, new SshdSocketAddress(address.host(), address.port()))
          .getBoundAddress()
          .toInetSocketAddress();
    }
    InetSocketAddress place = new InetSocketAddress(address.host(), address.port());
    if (place.isUnresolved()) {
      throw new UnreachedException("its name cannot be resolved");
    }
    return place;
  }
}
