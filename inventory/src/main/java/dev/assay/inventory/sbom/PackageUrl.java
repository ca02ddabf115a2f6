package dev.assay.inventory.sbom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A package URL taken apart (https://github.com/package-url/purl-spec), everything decoded.
///
/// @param type in lower case
/// @param namespace its segments joined by `/`; null where none
/// @param version null where none
/// @param qualifiers keys in lower case; those with an empty value are left out
record PackageUrl(
    String type,
    @Nullable String namespace,
    String name,
    @Nullable String version,
    Map<String, String> qualifiers) {
  private static final String SCHEME = "pkg:";

  PackageUrl {
    qualifiers = Map.copyOf(qualifiers);
  }

  /// Reads from the right, as the specification has it: subpath, qualifiers, and only then the
  /// rest.
  ///
  /// @throws IllegalArgumentException where it is none; the message says what is wrong with it
  static PackageUrl parse(String text) {
    if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new IllegalArgumentException("it does not begin with pkg:");
    }
    String withoutSubpath = before(text.substring(SCHEME.length()), '#');
    String path = before(withoutSubpath, '?');
    Map<String, String> qualifiers = qualifiers(withoutSubpath.substring(path.length()));
    int begin = 0;
    while (begin < path.length() && path.charAt(begin) == '/') {
      begin++;
    }
    int typeEnd = path.indexOf('/', begin);
    if (typeEnd <= begin) {
      throw new IllegalArgumentException("it has no type");
    }
    String type = path.substring(begin, typeEnd).toLowerCase(Locale.ROOT);
    String rest = path.substring(typeEnd + 1);
    // An @ that belongs to a namespace (npm's scopes) is not the version's.
    int at = rest.lastIndexOf('@');
    boolean versioned = at > rest.lastIndexOf('/') && at > 0;
    String named = strip(versioned ? rest.substring(0, at) : rest);
    int nameBegin = named.lastIndexOf('/') + 1;
    String name = decode(named.substring(nameBegin));
    if (name.isBlank()) {
      throw new IllegalArgumentException("it has no name");
    }
    String namespace = nameBegin == 0 ? "" : decode(strip(named.substring(0, nameBegin)));
    String version = versioned ? decode(rest.substring(at + 1)) : "";
    return new PackageUrl(
        type,
        namespace.isEmpty() ? null : namespace,
        name,
        version.isBlank() ? null : version,
        qualifiers);
  }

  /// A qualifier; null where it has none of that name.
  @Nullable String qualifier(String key) {
    return qualifiers.get(key);
  }

  private static Map<String, String> qualifiers(String query) {
    Map<String, String> qualifiers = new TreeMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.substring(1).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && equals < pair.length() - 1) {
        qualifiers.put(
            pair.substring(0, equals).toLowerCase(Locale.ROOT), decode(pair.substring(equals + 1)));
      }
    }
    return qualifiers;
  }

  private static String before(String text, char mark) {
    int end = text.lastIndexOf(mark);
    return end < 0 ? text : text.substring(0, end);
  }

  private static String strip(String path) {
    int begin = 0;
    int end = path.length();
    while (begin < end && path.charAt(begin) == '/') {
      begin++;
    }
    while (end > begin && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(begin, end);
  }

  /// Percent-encoding only: a plus is a plus, as in `libstdc++6`.
  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
    byte[] given = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < given.length; i++) {
      if (given[i] != '%') {
        octets.write(given[i]);
        continue;
      }
      int high = i + 2 <= given.length - 1 ? Character.digit(given[i + 1], 16) : -1;
      int low = i + 2 <= given.length - 1 ? Character.digit(given[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw new IllegalArgumentException("a % in it is not followed by two hexadecimal digits");
      }
      octets.write(high << 4 | low);
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(octets.toByteArray()))
          .toString();
    } catch (CharacterCodingException malformed) {
      throw new IllegalArgumentException("what it encodes is not UTF-8", malformed);
    }
  }
}
