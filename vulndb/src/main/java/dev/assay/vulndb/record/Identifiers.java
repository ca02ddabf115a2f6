package dev.assay.vulndb.record;

import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import java.nio.charset.StandardCharsets;

/// Names of vulnerabilities and advisories. Millions of them are CVE names, which take three to
/// five bytes as year and number instead of fourteen as text.
public final class Identifiers {
  private static final int FIRST_YEAR = 1990;
  private static final int LONGEST_NUMBER = 9;

  private Identifiers() {}

  public static void write(Encoder encoder, String id) {
    int year = cveYear(id);
    if (year > FIRST_YEAR) {
      encoder.number(year - FIRST_YEAR).number(Integer.parseInt(id, 9, id.length(), 10));
    } else {
      encoder.number(0).text(id);
    }
  }

  public static String read(Decoder decoder) {
    int yearFromFirst = decoder.number();
    if (yearFromFirst == 0) {
      return nonBlank(decoder, decoder.text());
    }
    if (yearFromFirst > 9999 - FIRST_YEAR) {
      throw decoder.corrupt("the year of a CVE");
    }
    return cve(FIRST_YEAR + yearFromFirst, decoder.number());
  }

  static String nonBlank(Decoder decoder, String text) {
    if (text.isBlank()) {
      throw decoder.corrupt("a name that is blank");
    }
    return text;
  }

  /// The year of a name in the form that {@link #cve} gives back, else 0.
  private static int cveYear(String id) {
    int length = id.length();
    if (length < 13 || length > 9 + LONGEST_NUMBER || !id.startsWith("CVE-")) {
      return 0;
    }
    for (int i = 4; i < length; i++) {
      boolean fits = i == 8 ? id.charAt(i) == '-' : id.charAt(i) >= '0' && id.charAt(i) <= '9';
      if (!fits) {
        return 0;
      }
    }
    boolean padded = length > 13 && id.charAt(9) == '0';
    return padded ? 0 : Integer.parseInt(id, 4, 8, 10);
  }

  /// Four digits of the number at least.
  private static String cve(int year, int number) {
    byte[] text = new byte[9 + 10];
    text[0] = 'C';
    text[1] = 'V';
    text[2] = 'E';
    text[3] = '-';
    text[8] = '-';
    int rest = year;
    for (int i = 7; i >= 4; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    int digits = 4;
    for (long power = 10_000; power <= number; power *= 10) {
      digits++;
    }
    rest = number;
    for (int i = 8 + digits; i > 8; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return new String(text, 0, 9 + digits, StandardCharsets.ISO_8859_1);
  }
}
