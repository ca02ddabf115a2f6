package dev.assay.store.identity;

import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.SecretKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key under which secrets lie in the database: whoever has a copy of the database alone has
/// no secret. Each secret is bound to its key's id, so that rows cannot be swapped.
public final class MasterKey {
  private static final int BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte VERSION = 1;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  private MasterKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /// Reads a key as it is written down.
  ///
  /// @param text 64 hexadecimal digits
  /// @throws IllegalArgumentException where it is anything else; the message does not quote it
  public static MasterKey parse(String text) {
    String digits = text.strip();
    if (!digits.matches("[0-9A-Fa-f]{" + 2 * BYTES + "}")) {
      throw new IllegalArgumentException(
          "a master key is " + 2 * BYTES + " hexadecimal digits (try: openssl rand -hex 32)");
    }
    return new MasterKey(HexFormat.of().parseHex(digits));
  }

  /// A new one, as text.
  public static String generate() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  byte[] encrypt(SecretKey secret, AccessKeyId id) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        run(
            Cipher.ENCRYPT_MODE,
            nonce,
            id,
            ByteBuffer.wrap(secret.reveal().getBytes(StandardCharsets.UTF_8)));
    return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /// @throws WrongMasterKeyException where it was encrypted under another key, or was changed
  SecretKey decrypt(byte[] encrypted, AccessKeyId id) {
    ByteBuffer buffer = ByteBuffer.wrap(encrypted);
    if (buffer.remaining() < 1 + NONCE_BYTES || buffer.get() != VERSION) {
      throw new WrongMasterKeyException(id, null);
    }
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    return new SecretKey(
        new String(run(Cipher.DECRYPT_MODE, nonce, id, buffer), StandardCharsets.UTF_8));
  }

  private byte[] run(int mode, byte[] nonce, AccessKeyId id, ByteBuffer text) {
    byte[] input = new byte[text.remaining()];
    text.get(input);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(id.value().getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException failure) {
      throw new WrongMasterKeyException(id, failure);
    }
  }

  @Override
  public String toString() {
    return "a master key";
  }
}
