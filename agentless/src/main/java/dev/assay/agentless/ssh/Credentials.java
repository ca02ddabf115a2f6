package dev.assay.agentless.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;

/// What we show to get in: private keys from files, and those that ssh-agent signs with. Passwords
/// are neither asked for nor sent.
///
/// @param unusable one sentence for each key that is there and was not used
/// @param agent the socket of ssh-agent; null where none is used
public record Credentials(List<KeyPair> keys, List<String> unusable, @Nullable Path agent) {
  private static final List<String> USUAL = List.of("id_ed25519", "id_ecdsa", "id_rsa");

  public Credentials {
    keys = List.copyOf(keys);
    unusable = List.copyOf(unusable);
  }

  /// Exactly the keys named.
  ///
  /// @throws IOException naming the file that is no key, or an encrypted one
  public static Credentials of(List<Path> files, @Nullable Path agent) throws IOException {
    List<KeyPair> keys = new ArrayList<>();
    for (Path file : files) {
      keys.addAll(read(file));
    }
    return new Credentials(keys, List.of(), existing(agent));
  }

  /// The keys that ssh would try of its own accord; one that cannot be used is left to ssh-agent.
  public static Credentials usual(Path directory, @Nullable Path agent) {
    List<KeyPair> keys = new ArrayList<>();
    List<String> unusable = new ArrayList<>();
    for (String name : USUAL) {
      Path file = directory.resolve(name);
      if (Files.exists(file)) {
        try {
          keys.addAll(read(file));
        } catch (IOException e) {
          unusable.add(String.valueOf(e.getMessage()));
        }
      }
    }
    return new Credentials(keys, unusable, existing(agent));
  }

  private static @Nullable Path existing(@Nullable Path agent) {
    return Optional.ofNullable(agent).filter(Files::exists).orElse(null);
  }

  private static List<KeyPair> read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      List<KeyPair> keys = new ArrayList<>();
      Iterable<KeyPair> found =
          SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName(file.toString()), in, FilePasswordProvider.EMPTY);
      if (found != null) {
        found.forEach(keys::add);
      }
      if (keys.isEmpty()) {
        throw new IOException(file + " holds no private key");
      }
      return keys;
    } catch (GeneralSecurityException unusable) {
      throw new IOException(
          file + " is encrypted or of an unknown kind; ssh-agent can sign with it", unusable);
    }
  }
}
