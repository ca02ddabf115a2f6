package dev.assay.agentless.ssh;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/// The keys by which machines are known: lines of known_hosts files, hashed names too.
///
/// A key that is not there is refused; nothing is ever added. Certificates of host authorities are
/// not evaluated: a machine known only by one is refused.
public final class HostKeys implements ServerKeyVerifier {
  /// The machine that a connection was meant for, told when it is opened.
  static final AttributeKey<Meant> MEANT = new AttributeKey<>();

  private static final String REVOKED = "revoked";

  private final List<KnownHostEntry> entries;

  private HostKeys(List<KnownHostEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /// Reads files; those that are not there say nothing.
  ///
  /// @throws IOException if one is there but cannot be read
  public static HostKeys read(List<Path> files) throws IOException {
    List<KnownHostEntry> entries = new ArrayList<>();
    for (Path file : files) {
      if (Files.exists(file)) {
        try {
          entries.addAll(KnownHostEntry.readKnownHostEntries(file));
        } catch (IllegalArgumentException malformed) {
          throw new IOException(file + ": " + malformed.getMessage(), malformed);
        }
      }
    }
    return new HostKeys(entries);
  }

  /// A connection's destination, and what became of the check of its key.
  static final class Meant {
    private final SshAddress address;
    private volatile String refusal = "";

    Meant(SshAddress address) {
      this.address = address;
    }

    SshAddress address() {
      return address;
    }

    /// Why the key was refused; empty where it was not.
    String refusal() {
      return refusal;
    }
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress remote, PublicKey key) {
    Meant meant = session.getConnectionContext().getAttribute(MEANT);
    if (meant == null) {
      return false;
    }
    meant.refusal = refusal(meant.address, key);
    return meant.refusal.isEmpty();
  }

  /// The kinds of key by which a machine is known, so that it is asked for one of them.
  Set<String> kinds(SshAddress address) {
    Set<String> kinds = new TreeSet<>();
    for (KnownHostEntry entry : of(address)) {
      if (entry.getMarker() == null) {
        kinds.add(entry.getKeyEntry().getKeyType());
      }
    }
    return kinds;
  }

  private String refusal(SshAddress address, PublicKey key) {
    boolean known = false;
    boolean other = false;
    for (KnownHostEntry entry : of(address)) {
      boolean same = KeyUtils.compareKeys(resolved(entry), key);
      if (same && REVOKED.equals(entry.getMarker())) {
        return "its host key " + shown(key) + " is revoked in known_hosts";
      }
      if (entry.getMarker() == null) {
        known |= same;
        other |= !same;
      }
    }
    if (known) {
      return "";
    }
    return other
        ? "its host key "
            + shown(key)
            + " is not the one in known_hosts: another machine, or"
            + " somebody between"
        : "its host key " + shown(key) + " is not in known_hosts";
  }

  private List<KnownHostEntry> of(SshAddress address) {
    return entries.stream()
        .filter(entry -> entry.isHostMatch(address.host(), address.port()))
        .toList();
  }

  private static @org.jspecify.annotations.Nullable PublicKey resolved(KnownHostEntry entry) {
    try {
      return entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
    } catch (IOException | GeneralSecurityException unusable) {
      return null;
    }
  }

  private static String shown(PublicKey key) {
    return KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key);
  }
}
