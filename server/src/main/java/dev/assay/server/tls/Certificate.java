package dev.assay.server.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Writes X.509 certificates (RFC 5280), signed by ECDSA with SHA-256: what the JDK can read and
/// check, but offers no way to make.
final class Certificate {
  private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
  private static final String COMMON_NAME = "2.5.4.3";
  private static final String BASIC_CONSTRAINTS = "2.5.29.19";
  private static final String KEY_USAGE = "2.5.29.15";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
  private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;
  private static final int SERIAL_BITS = 120;

  private Certificate() {}

  /// Of an authority that signs servers and nothing below them.
  static X509Certificate authority(
      String name, PublicKey subject, PrivateKey signer, Instant from, Instant until)
      throws GeneralSecurityException {
    return signed(
        signer,
        name,
        name,
        subject,
        from,
        until,
        Der.sequence(
            critical(BASIC_CONSTRAINTS, Der.sequence(Der.truth(), Der.integer(BigInteger.ZERO))),
            // keyCertSign and cRLSign
            critical(KEY_USAGE, Der.bits(0x06, 1))));
  }

  /// Of a server.
  ///
  /// @param names host names and addresses it is reached by
  static X509Certificate server(
      String issuer,
      PublicKey subject,
      List<String> names,
      PrivateKey signer,
      Instant from,
      Instant until)
      throws GeneralSecurityException {
    return signed(
        signer,
        issuer,
        "Assay server",
        subject,
        from,
        until,
        Der.sequence(
            critical(BASIC_CONSTRAINTS, Der.sequence()),
            // digitalSignature
            critical(KEY_USAGE, Der.bits(0x80, 7)),
            extension(EXTENDED_KEY_USAGE, Der.sequence(Der.identifier(SERVER_AUTHENTICATION))),
            extension(SUBJECT_ALTERNATIVE_NAME, names(names))));
  }

  private static X509Certificate signed(
      PrivateKey signer,
      String issuer,
      String name,
      PublicKey subject,
      Instant from,
      Instant until,
      byte[] extensions)
      throws GeneralSecurityException {
    byte[] algorithm = Der.sequence(Der.identifier(ECDSA_WITH_SHA256));
    byte[] body =
        Der.sequence(
            Der.explicit(0, Der.integer(BigInteger.TWO)),
            Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE)),
            algorithm,
            name(issuer),
            Der.sequence(Der.time(from), Der.time(until)),
            name(name),
            subject.getEncoded(),
            Der.explicit(3, extensions));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(signer);
    signature.update(body);
    byte[] whole = Der.sequence(body, algorithm, Der.bits(signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(whole));
  }

  private static byte[] name(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.identifier(COMMON_NAME), Der.text(commonName))));
  }

  private static byte[] names(List<String> names) {
    List<byte[]> all = new ArrayList<>();
    for (String name : names) {
      all.add(
          isAddress(name)
              ? Der.implicit(IP_ADDRESS, addressBytes(name))
              : Der.implicit(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII)));
    }
    return Der.sequence(all.toArray(byte[][]::new));
  }

  private static boolean isAddress(String name) {
    return name.matches("[0-9.]+") || name.contains(":");
  }

  private static byte[] addressBytes(String address) {
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException no) {
      throw new IllegalArgumentException("no address: " + address, no);
    }
  }

  private static byte[] extension(String identifier, byte[] value) {
    return Der.sequence(Der.identifier(identifier), Der.octets(value));
  }

  private static byte[] critical(String identifier, byte[] value) {
    return Der.sequence(Der.identifier(identifier), Der.truth(), Der.octets(value));
  }
}
