package dev.assay.model;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A package URL (https://github.com/package-url/purl-spec), in its canonical form.
public record Purl(String value) {
  public Purl {
    if (!value.startsWith("pkg:")) {
      throw new IllegalArgumentException("A package URL starts with pkg: — " + value);
    }
  }

  /// Builds the canonical form; qualifiers with a null or empty value are left out.
  public static Purl of(
      String type,
      @Nullable String namespace,
      String name,
      String version,
      Map<String, ? extends @Nullable String> qualifiers) {
    StringBuilder purl = new StringBuilder("pkg:").append(type).append('/');
    if (namespace != null && !namespace.isEmpty()) {
      purl.append(encode(namespace)).append('/');
    }
    purl.append(encode(name)).append('@').append(encode(version));
    SortedMap<String, String> sorted = new TreeMap<>();
    qualifiers.forEach(
        (key, value) -> {
          if (value != null && !value.isEmpty()) {
            sorted.put(key, value);
          }
        });
    char separator = '?';
    for (Map.Entry<String, String> qualifier : sorted.entrySet()) {
      purl.append(separator)
          .append(qualifier.getKey())
          .append('=')
          .append(encode(qualifier.getValue()));
      separator = '&';
    }
    return new Purl(purl.toString());
  }

  /// Percent-encodes all but the purl specification's unreserved characters and the colon.
  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 8);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || "-._~:".indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return encoded.toString();
  }

  @Override
  public String toString() {
    return value;
  }
}
