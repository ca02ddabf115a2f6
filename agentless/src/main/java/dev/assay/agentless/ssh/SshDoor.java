package dev.assay.agentless.ssh;

import dev.assay.agentless.ssh.HostKeys.Meant;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;

/// The client from which every connection starts. It reads no configuration of ssh's, forwards
/// neither ssh-agent nor ports of ours, and takes no channel that a machine wants to open.
public final class SshDoor implements AutoCloseable {
  private final SshClient client = SshClient.setUpDefaultClient();
  private final SshSettings settings;

  /// Opens a door; threads run until it is closed.
  public SshDoor(SshSettings settings) {
    this.settings = settings;
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    client.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(settings.credentials().keys()));
    client.setServerKeyVerifier(settings.verifier());
    client.setChannelFactories(List.of());
    if (settings.credentials().agent() != null) {
      client.setAgentFactory(new UnixAgentFactory(settings.credentials().agent()));
    }
    CoreModuleProperties.AUTH_TIMEOUT.set(client, settings.patience());
    CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, settings.patience());
    SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, settings.patience());
    if (settings.hostKeys() instanceof SshSettings.HostKeyPolicy.Known known) {
      client.addSessionListener(new KnownKindsFirst(known.keys()));
    }
    client.start();
  }

  /// Connects and logs in.
  ///
  /// @throws UnreachedException saying why not
  public SshConnection connect(SshAddress address) throws UnreachedException {
    return new Route(client, settings).to(address);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  /// A machine known by one kind of key is asked for that kind, else it may show another of its
  /// keys, which would be refused.
  private record KnownKindsFirst(HostKeys keys) implements SessionListener {
    @Override
    public void sessionCreated(Session session) {
      Meant meant =
          session instanceof org.apache.sshd.client.session.ClientSession ours
              ? ours.getConnectionContext().getAttribute(HostKeys.MEANT)
              : null;
      if (meant != null) {
        Set<String> kinds = keys.kinds(meant.address());
        List<NamedFactory<Signature>> ordered =
            session.getSignatureFactories().stream()
                .sorted(Comparator.comparing(factory -> !kinds.contains(kind(factory))))
                .toList();
        session.setSignatureFactories(ordered);
      }
    }

    private static String kind(NamedFactory<Signature> factory) {
      return String.valueOf(KeyUtils.getCanonicalKeyType(factory.getName()));
    }
  }
}
