package dev.assay.agent.service;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts one authority and no other, known by the SHA-256 of its certificate: the server sends
/// the certificate itself, and the rest is the usual check, the server's name included.
public final class PinnedAuthority extends X509ExtendedTrustManager {
  private static final int BYTES = 32;

  private final byte[] fingerprint;

  private PinnedAuthority(byte[] fingerprint) {
    this.fingerprint = fingerprint;
  }

  /// A context that trusts it.
  ///
  /// @param fingerprint 32 bytes in hexadecimal, with or without colons
  /// @throws IllegalArgumentException where it is none
  public static SSLContext context(String fingerprint) {
    byte[] wanted = HexFormat.of().parseHex(fingerprint.replace(":", "").toLowerCase(Locale.ROOT));
    if (wanted.length != BYTES) {
      throw new IllegalArgumentException("not the SHA-256 of a certificate: " + fingerprint);
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new PinnedAuthority(wanted)}, null);
      return context;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has TLS", missing);
    }
  }

  /// The SHA-256 of a certificate, in hexadecimal.
  public static String fingerprint(X509Certificate certificate) throws CertificateException {
    return HexFormat.of().formatHex(digest(certificate));
  }

  private static byte[] digest(X509Certificate certificate) throws CertificateException {
    try {
      return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    } catch (GeneralSecurityException unreadable) {
      throw new CertificateException(unreadable);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    pinned(chain).checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    pinned(chain).checkServerTrusted(chain, type, socket);
  }

  /// Without the connection the server's name cannot be checked, so that nobody is trusted.
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("a server is trusted by its name only");
  }

  /// Java's own check, with the pinned certificate as the only authority.
  private X509ExtendedTrustManager pinned(X509Certificate[] chain) throws CertificateException {
    for (X509Certificate sent : chain) {
      if (MessageDigest.isEqual(digest(sent), fingerprint)) {
        return trusting(sent);
      }
    }
    throw new CertificateException(
        "the server's certificate is not of the authority that was promised: none of the "
            + chain.length
            + " certificates that it sent has the SHA-256 "
            + HexFormat.of().formatHex(fingerprint));
  }

  private static X509ExtendedTrustManager trusting(X509Certificate authority)
      throws CertificateException {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      trusted.setCertificateEntry("authority", authority);
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow(() -> new CertificateException("this Java cannot check certificates"));
    } catch (GeneralSecurityException | IOException unusable) {
      throw new CertificateException(unusable);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw noServer();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  private static CertificateException noServer() {
    return new CertificateException("an agent is no server");
  }
}
