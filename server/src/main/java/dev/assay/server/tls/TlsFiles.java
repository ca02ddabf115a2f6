package dev.assay.server.tls;

import dev.assay.server.http.TlsIdentity;
import dev.assay.server.setting.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/// A certificate and its key from files of the operator's.
public final class TlsFiles {
  private TlsFiles() {}

  /// Reads them.
  ///
  /// @throws InvalidSettingException where they cannot be used, or not together
  public static TlsIdentity read(Path certificate, Path key) {
    List<X509Certificate> chain = parse("--tls-certificate", certificate, Pem::certificates);
    PrivateKey privateKey = parse("--tls-key", key, Pem::key);
    if (!belong(chain.getFirst(), privateKey)) {
      throw new InvalidSettingException(
          "--tls-key: " + key + " is not the key of the certificate in " + certificate);
    }
    return new TlsIdentity(privateKey, chain);
  }

  private static <T> T parse(String flag, Path file, java.util.function.Function<String, T> parse) {
    try {
      return parse.apply(Files.readString(file));
    } catch (IOException unreadable) {
      throw new InvalidSettingException(flag + ": " + file + " cannot be read");
    } catch (IllegalArgumentException wrong) {
      throw new InvalidSettingException(flag + ": " + file + ": " + wrong.getMessage());
    }
  }

  private static boolean belong(X509Certificate certificate, PrivateKey key) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    byte[] message = {1, 2, 3};
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(message);
      Signature checking = Signature.getInstance(algorithm);
      checking.initVerify(certificate);
      checking.update(message);
      return checking.verify(signing.sign());
    } catch (GeneralSecurityException no) {
      return false;
    }
  }
}
