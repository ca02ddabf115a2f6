package dev.assay.server.tls;

import dev.assay.server.http.TlsIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// An authority of one server's own, in a directory: `ca.pem` is for clients to trust (the AWS
/// clients' `AWS_CA_BUNDLE`), and outlives the server's certificates, of which a new one is made
/// at each start: so that it is never old and always for the names in the settings.
public final class OwnAuthority {
  private static final String NAME = "Assay authority";
  private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
  private static final Duration SERVER_LIFE = Duration.ofDays(397);
  private static final Duration CLOCK_SKEW = Duration.ofHours(1);

  private final PrivateKey key;
  private final X509Certificate certificate;

  private OwnAuthority(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /// Opens the authority in a directory, or founds it.
  public static OwnAuthority in(Path directory, Instant now) throws IOException {
    Path keyFile = directory.resolve("ca-key.pem");
    Path certificateFile = directory.resolve("ca.pem");
    if (!Files.exists(certificateFile)) {
      OwnAuthority founded = found(now);
      PrivateFile.write(keyFile, Pem.write(founded.key));
      PrivateFile.write(certificateFile, founded.pem());
      return founded;
    }
    return new OwnAuthority(
        Pem.key(Files.readString(keyFile)),
        Pem.certificates(Files.readString(certificateFile)).getFirst());
  }

  /// A certificate for a server, and its key, neither kept.
  public TlsIdentity certify(List<String> names, Instant now) {
    try {
      KeyPair pair = newKeyPair();
      X509Certificate server =
          Certificate.server(
              NAME, pair.getPublic(), names, key, now.minus(CLOCK_SKEW), now.plus(SERVER_LIFE));
      return new TlsIdentity(pair.getPrivate(), List.of(server, certificate));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /// The SHA-256 of the authority's certificate, as `openssl x509 -fingerprint` writes it.
  public String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private String pem() {
    try {
      return Pem.write(certificate);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static OwnAuthority found(Instant now) {
    try {
      KeyPair pair = newKeyPair();
      return new OwnAuthority(
          pair.getPrivate(),
          Certificate.authority(
              NAME,
              pair.getPublic(),
              pair.getPrivate(),
              now.minus(CLOCK_SKEW),
              now.plus(AUTHORITY_LIFE)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static KeyPair newKeyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
