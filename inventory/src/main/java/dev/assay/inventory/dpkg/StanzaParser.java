package dev.assay.inventory.dpkg;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Splits a control file (deb822(5)) into stanzas without making text of what nobody asks for.
///
/// A database of a thousand packages is a megabyte, nearly all of it descriptions, dependencies
/// and checksums. So the bytes are walked line by line and only the wanted fields become strings;
/// a field is recognised by its name's bytes, whatever the case. Continuation lines belong to the
/// field above and are skipped: none of the fields that identify a package has any.
///
/// Two deviations from dpkg, which gives up on the whole file: a second `Package` field begins a
/// new stanza (the empty line between them was lost), and a line that is neither field,
/// continuation nor blank is counted.
final class StanzaParser {
  private static final String FIRST_FIELD = "package";

  private final byte[] content;
  private final List<String> wanted;
  private final Consumer<Stanza> stanzas;

  private Map<String, String> fields = new HashMap<>();
  private Set<String> repeated = new HashSet<>();
  private int stanzaLine;
  private int line;
  private int brokenLines;
  private int firstBrokenLine;

  private StanzaParser(byte[] content, List<String> wanted, Consumer<Stanza> stanzas) {
    this.content = content;
    this.wanted = wanted;
    this.stanzas = stanzas;
  }

  /// What could not be understood.
  ///
  /// @param brokenLines lines that are neither field, continuation nor blank
  /// @param firstBrokenLine number of the first of them, 0 if there is none
  record Damage(int brokenLines, int firstBrokenLine) {}

  /// Hands every stanza to `stanzas`, with the fields whose names are in `wanted` (lower case).
  static Damage parse(byte[] content, List<String> wanted, Consumer<Stanza> stanzas) {
    return new StanzaParser(content, wanted, stanzas).run();
  }

  private Damage run() {
    int start = 0;
    while (start < content.length) {
      int end = start;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      line++;
      boolean carriageReturn = end > start && content[end - 1] == '\r';
      line(start, carriageReturn ? end - 1 : end);
      start = end + 1;
    }
    endStanza();
    return new Damage(brokenLines, firstBrokenLine);
  }

  private void line(int start, int end) {
    if (start == end) {
      endStanza();
      return;
    }
    byte first = content[start];
    if (first == ' ' || first == '\t') {
      if (stanzaLine == 0 && !isBlank(start, end)) {
        broken();
      }
      return;
    }
    int colon = start;
    while (colon < end && isNameByte(content[colon])) {
      colon++;
    }
    if (colon == start || colon == end || content[colon] != ':') {
      broken();
      return;
    }
    if (stanzaLine == 0) {
      stanzaLine = line;
    }
    String name = wantedName(start, colon);
    if (name != null) {
      field(name, new String(content, colon + 1, end - colon - 1, StandardCharsets.UTF_8).strip());
    }
  }

  private void field(String name, String value) {
    if (name.equals(FIRST_FIELD) && fields.containsKey(FIRST_FIELD)) {
      endStanza();
      stanzaLine = line;
    }
    String before = fields.putIfAbsent(name, value);
    if (before != null && !before.equals(value)) {
      repeated.add(name);
    }
  }

  private void endStanza() {
    if (stanzaLine != 0) {
      stanzas.accept(new Stanza(stanzaLine, fields, repeated));
      fields = new HashMap<>();
      repeated = repeated.isEmpty() ? repeated : new HashSet<>();
      stanzaLine = 0;
    }
  }

  private void broken() {
    if (brokenLines++ == 0) {
      firstBrokenLine = line;
    }
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (content[i] != ' ' && content[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameByte(byte octet) {
    return octet > ' ' && octet < 0x7f && octet != ':';
  }

  private @Nullable String wantedName(int start, int end) {
    for (String name : wanted) {
      if (name.length() == end - start && sameName(name, start)) {
        return name;
      }
    }
    return null;
  }

  private boolean sameName(String name, int start) {
    for (int i = 0; i < name.length(); i++) {
      int octet = content[start + i];
      int lower = octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
      if (lower != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
