package dev.assay.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Addresses and paths as URIs.
final class UriPath {
  private static final String UNRESERVED = "-._~/!$&'()*+,;=@";

  /// Scheme, host and port; then RFC 3986's characters, no more than one fragment.
  private static final Pattern WEB_ADDRESS =
      Pattern.compile(
          "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?"
              + "([/?]([A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
              + "(#([A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?");

  private UriPath() {}

  /// A relative path as a URI reference: all but RFC 3986's path characters percent-encoded. A
  /// colon is encoded too, lest the first segment read as a scheme.
  static String encode(String path) {
    String relative = path.replaceFirst("^/+", "");
    StringBuilder uri = new StringBuilder();
    for (byte octet : relative.getBytes(StandardCharsets.UTF_8)) {
      int c = octet & 0xff;
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        uri.append((char) c);
      } else {
        uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return uri.toString();
  }

  /// Whether it is a plain http or https address with a host: only such a one becomes a link,
  /// since a feed could carry `javascript:` as well.
  static boolean isWebAddress(String text) {
    return WEB_ADDRESS.matcher(text).matches();
  }
}
