package dev.assay.server.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// As much of the Distinguished Encoding Rules (X.690) as a certificate needs: each method gives a
/// whole element, tag, length and content.
final class Der {
  private static final int BOOLEAN = 0x01;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int UTF8_STRING = 0x0c;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int CONTEXT = 0x80;
  private static final int CONSTRUCTED = 0x20;
  private static final int SHORT_LENGTH = 0x80;
  private static final int BASE_128 = 0x80;
  private static final int FIRST_ARC = 40;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] sequence(byte[]... elements) {
    return element(SEQUENCE, joined(elements));
  }

  static byte[] set(byte[]... elements) {
    return element(SET, joined(elements));
  }

  static byte[] integer(BigInteger number) {
    return element(INTEGER, number.toByteArray());
  }

  static byte[] truth() {
    return element(BOOLEAN, new byte[] {(byte) 0xff});
  }

  static byte[] octets(byte[] content) {
    return element(OCTET_STRING, content);
  }

  static byte[] bits(byte[] content) {
    return element(BIT_STRING, joined(new byte[] {0}, content));
  }

  /// The low bits of one byte, the highest first, as key usages have them.
  static byte[] bits(int flags, int unused) {
    return element(BIT_STRING, new byte[] {(byte) unused, (byte) flags});
  }

  static byte[] text(String text) {
    return element(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
  }

  /// To the second. A certificate says dates before 2050 in UTCTime; readers take both.
  static byte[] time(Instant time) {
    return element(GENERALIZED_TIME, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
  }

  /// An element under a number that its place gives meaning to.
  static byte[] explicit(int number, byte[] element) {
    return element(CONTEXT | CONSTRUCTED | number, element);
  }

  static byte[] implicit(int number, byte[] content) {
    return element(CONTEXT | number, content);
  }

  static byte[] identifier(String dotted) {
    String[] arcs = dotted.split("\\.");
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write(Integer.parseInt(arcs[0]) * FIRST_ARC + Integer.parseInt(arcs[1]));
    for (int i = 2; i < arcs.length; i++) {
      writeBase128(content, Integer.parseInt(arcs[i]));
    }
    return element(OBJECT_IDENTIFIER, content.toByteArray());
  }

  private static void writeBase128(ByteArrayOutputStream out, int number) {
    if (number >= BASE_128) {
      writeHigher(out, number >>> 7);
    }
    out.write(number & 0x7f);
  }

  private static void writeHigher(ByteArrayOutputStream out, int number) {
    if (number >= BASE_128) {
      writeHigher(out, number >>> 7);
    }
    out.write((number & 0x7f) | BASE_128);
  }

  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < SHORT_LENGTH) {
      out.write(content.length);
    } else {
      byte[] length = BigInteger.valueOf(content.length).toByteArray();
      int sign = length[0] == 0 ? 1 : 0;
      out.write(SHORT_LENGTH | length.length - sign);
      out.write(length, sign, length.length - sign);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
