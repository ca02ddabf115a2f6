package dev.assay.feeds.ubuntu;

import dev.assay.feeds.MalformedRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the tracker's own text form. A field is `Name: value` and goes on in lines that begin
/// with a blank; `#` begins a comment; a line `jammy_linux: needed (note)` is a package's status,
/// `Priority_linux: low` and `Priority_linux/jammy: low` are its own priorities.
final class TrackerText {
  /// The longest real file has 300 KB.
  private static final int LONGEST = 8 << 20;

  private static final Pattern FIELD = Pattern.compile("([A-Za-z][^:\\s]*):(.*)");
  private static final Pattern STATUS = Pattern.compile("([A-Za-z-]+)(?:\\s*\\((.*)\\))?");

  private static final Map<String, String> FIELDS =
      Map.of(
          "Candidate", "candidate",
          "PublicDate", "public_date",
          "Description", "description",
          "Ubuntu-Description", "ubuntu_description");

  private final TrackerDraft draft = new TrackerDraft();
  private final Map<String, String> priorities = new HashMap<>();
  private final List<PackageEntry> entries = new ArrayList<>();

  private TrackerText() {}

  static TrackerRecord read(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new MalformedRecordException("A file of more than " + LONGEST + " bytes");
    }
    TrackerText text = new TrackerText();
    text.fields(new String(bytes, StandardCharsets.UTF_8));
    return text.finish();
  }

  private void fields(String text) {
    String name = "";
    List<String> lines = new ArrayList<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      if (Character.isWhitespace(line.charAt(0))) {
        lines.add(line.strip());
        continue;
      }
      field(name, lines);
      Matcher field = FIELD.matcher(line);
      if (!field.matches()) {
        throw new MalformedRecordException("Neither a field nor its continuation: " + cut(line));
      }
      name = field.group(1);
      lines.clear();
      lines.add(field.group(2).strip());
    }
    field(name, lines);
  }

  private void field(String name, List<String> lines) {
    switch (name) {
      case "" -> {
        // before the first field
      }
      case "References" -> lines.forEach(draft::reference);
      case "CVSS" -> lines.forEach(this::score);
      case "Priority" -> draft.field("priority", firstWord(lines.getFirst()));
      default -> otherField(name, lines);
    }
  }

  private void otherField(String name, List<String> lines) {
    String known = FIELDS.get(name);
    int underscore = name.indexOf('_');
    if (known != null) {
      draft.field(known, String.join("\n", lines));
    } else if (name.startsWith("Priority_")) {
      priorities.put(name.substring(underscore + 1), firstWord(lines.getFirst()));
    } else if (underscore > 0 && Character.isLowerCase(name.charAt(0))) {
      entry(name.substring(0, underscore), name.substring(underscore + 1), lines.getFirst());
    }
  }

  private void score(String line) {
    int colon = line.indexOf(':');
    if (colon > 0) {
      draft.cvss(line.substring(0, colon), line.substring(colon + 1));
    }
  }

  private void entry(String pocket, String name, String status) {
    if (status.isEmpty()) {
      return;
    }
    Matcher parts = STATUS.matcher(status);
    if (name.isEmpty() || !parts.matches()) {
      draft.problem(pocket + "_" + name + ": not a status: \"" + cut(status) + "\"");
      return;
    }
    String note = parts.group(2) == null ? "" : parts.group(2).strip();
    entries.add(new PackageEntry(pocket, name, parts.group(1), note, null));
  }

  private TrackerRecord finish() {
    for (PackageEntry entry : entries) {
      String codename = entry.pocket().substring(entry.pocket().lastIndexOf('/') + 1);
      String priority = priorities.get(entry.name() + "/" + codename);
      draft.entry(
          new PackageEntry(
              entry.pocket(),
              entry.name(),
              entry.status(),
              entry.note(),
              priority == null ? priorities.get(entry.name()) : priority));
    }
    return draft.finish();
  }

  private static String firstWord(String text) {
    return text.split("\\s", 2)[0];
  }

  private static String cut(String text) {
    return text.length() > 100 ? text.substring(0, 100) + "…" : text;
  }
}
