package dev.assay.inventory.rpm;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/// The signature packet of OpenPGP (RFC 9580, section 5.2), as far as it names its key.
final class OpenPgpSignature {
  private static final int SIGNATURE = 2;
  private static final int KEY_ID_LENGTH = 8;
  private static final int ISSUER = 16;
  private static final int ISSUER_FINGERPRINT = 33;

  private OpenPgpSignature() {}

  /// The 16 hexadecimal digits of the key that made the signature; empty where the packet is none
  /// or does not say.
  static Optional<String> keyId(byte[] packet) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(packet);
      return enter(bytes) == SIGNATURE ? ofVersion(bytes) : Optional.empty();
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /// Passes over the packet's header, old or new format, and gives its tag.
  private static int enter(ByteBuffer bytes) {
    int first = octet(bytes);
    if ((first & 0x40) != 0) {
      length(bytes);
      return first & 0x3f;
    }
    int lengthOctets = 1 << (first & 3);
    bytes.position(bytes.position() + (lengthOctets == 8 ? 0 : lengthOctets));
    return (first >> 2) & 0xf;
  }

  private static Optional<String> ofVersion(ByteBuffer bytes) {
    return switch (octet(bytes)) {
      case 3 -> {
        bytes.position(bytes.position() + 6);
        yield Optional.of(hex(bytes));
      }
      case 4 -> {
        bytes.position(bytes.position() + 3);
        Optional<String> hashed = issuer(part(bytes));
        yield hashed.isPresent() ? hashed : issuer(part(bytes));
      }
      default -> Optional.empty();
    };
  }

  private static ByteBuffer part(ByteBuffer bytes) {
    int length = Short.toUnsignedInt(bytes.getShort());
    ByteBuffer part = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return part;
  }

  private static Optional<String> issuer(ByteBuffer subpackets) {
    while (subpackets.hasRemaining()) {
      int length = length(subpackets);
      ByteBuffer each = subpackets.slice(subpackets.position(), length);
      subpackets.position(subpackets.position() + length);
      int type = octet(each) & 0x7f;
      if (type == ISSUER || type == ISSUER_FINGERPRINT) {
        each.position(each.limit() - KEY_ID_LENGTH);
        return Optional.of(hex(each));
      }
    }
    return Optional.empty();
  }

  private static int length(ByteBuffer bytes) {
    int first = octet(bytes);
    if (first < 192) {
      return first;
    }
    return first < 255 ? ((first - 192) << 8) + octet(bytes) + 192 : bytes.getInt();
  }

  private static int octet(ByteBuffer bytes) {
    return Byte.toUnsignedInt(bytes.get());
  }

  private static String hex(ByteBuffer bytes) {
    byte[] key = new byte[KEY_ID_LENGTH];
    bytes.get(key);
    return HexFormat.of().formatHex(key);
  }
}
