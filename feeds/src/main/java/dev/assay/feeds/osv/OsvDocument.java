package dev.assay.feeds.osv;

import dev.assay.feeds.DisputedText;
import dev.assay.feeds.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An OSV document, as its schema (ossf.github.io/osv-schema, 1.x) has it.
record OsvDocument(JsonValue json, String id) {
  /// A CVE as publishers name it: `CVE-2024-1`, `DEBIAN-CVE-2024-1`.
  private static final Pattern CVE = Pattern.compile("(?:[A-Z]+-)?(CVE-\\d{4}-\\d{4,19})");

  /// The page of a CVE: `https://…/cve/CVE-2024-1`, `…?name=CVE-2024-1`.
  private static final Pattern CVE_PAGE =
      Pattern.compile(".*[/=](CVE-\\d{4}-\\d{4,19})(?:\\.html)?/?");

  OsvDocument(JsonValue json) {
    this(json, json.text("id"));
  }

  List<JsonValue> affected() {
    return json.elements("affected");
  }

  /// Of all `affected`; some have none (ranges of git commits).
  Set<String> ecosystems() {
    Set<String> ecosystems = new LinkedHashSet<>();
    for (JsonValue affected : affected()) {
      String ecosystem = ecosystem(affected);
      if (!ecosystem.isEmpty()) {
        ecosystems.add(ecosystem);
      }
    }
    return ecosystems;
  }

  static String ecosystem(JsonValue affected) {
    JsonValue named = affected.optional("package");
    return named == null ? "" : named.textOrEmpty("ecosystem");
  }

  String summary() {
    return json.textOrEmpty("summary").strip();
  }

  String details() {
    return json.textOrEmpty("details").strip();
  }

  /// Whether it is the record of one CVE, and not a bulletin.
  boolean isCveRecord() {
    return CVE.matcher(id).matches();
  }

  /// The id without a publisher's prefix: the CVE that `DEBIAN-CVE-…` is about.
  String plainId() {
    return plain(id);
  }

  private static String plain(String id) {
    Matcher cve = CVE.matcher(id);
    return cve.matches() ? cve.group(1) : id;
  }

  /// The CVEs that a bulletin names. Where it names none itself, those whose pages it refers to.
  Set<String> cves() {
    Set<String> cves = new LinkedHashSet<>();
    for (String member : List.of("aliases", "upstream", "related")) {
      for (String name : json.texts(member)) {
        Matcher cve = CVE.matcher(name);
        if (cve.matches()) {
          cves.add(cve.group(1));
        }
      }
    }
    if (cves.isEmpty()) {
      for (String page : references()) {
        Matcher cve = CVE_PAGE.matcher(page);
        if (cve.matches()) {
          cves.add(cve.group(1));
        }
      }
    }
    return cves;
  }

  /// Other names of the same vulnerability, for a record of one.
  Set<String> aliases() {
    Set<String> aliases = new LinkedHashSet<>();
    json.texts("aliases").forEach(alias -> aliases.add(plain(alias)));
    aliases.remove(plainId());
    return aliases;
  }

  /// SUSE has some that are empty.
  List<String> references() {
    List<String> urls = new ArrayList<>();
    for (JsonValue reference : json.elements("references")) {
      String url = reference.optionalText("url");
      if (url != null) {
        urls.add(url);
      }
    }
    return urls;
  }

  boolean isDisputed() {
    return DisputedText.isDisputed(json.textOrEmpty("details"));
  }
}
