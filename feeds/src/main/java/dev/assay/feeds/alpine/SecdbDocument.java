package dev.assay.feeds.alpine;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonValue;
import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.AffectedPackage;
import dev.assay.model.Ecosystem;
import dev.assay.model.VulnerabilityId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One secdb document, turned round: it lists vulnerabilities by package and version, an advisory
/// lists packages by vulnerability.
final class SecdbDocument {
  private static final Pattern RELEASE = Pattern.compile("v?(\\d+\\.\\d+|edge)");
  private static final String PAGE = "https://security.alpinelinux.org/vuln/";

  private final Ecosystem ecosystem;
  private final String repository;
  private final Consumer<String> reject;
  private final Map<VulnerabilityId, Set<VulnerabilityId>> aliases = new LinkedHashMap<>();
  private final Map<VulnerabilityId, Map<String, PackageFixes>> fixes = new LinkedHashMap<>();

  /// @throws MalformedRecordException where it is no secdb document at all
  SecdbDocument(JsonValue document, Consumer<String> reject) {
    this.reject = reject;
    String version = document.text("distroversion");
    Matcher release = RELEASE.matcher(version);
    if (!release.matches()) {
      throw new MalformedRecordException("distroversion is no release: \"" + version + "\"");
    }
    ecosystem = new Ecosystem("alpine", release.group(1));
    repository = document.text("reponame");
    document.member("packages").elements().forEach(this::readPackage);
  }

  List<Advisory> advisories() {
    return fixes.keySet().stream().map(this::advisory).toList();
  }

  private void readPackage(JsonValue entry) {
    try {
      JsonValue pack = entry.member("pkg");
      String name = pack.text("name");
      JsonValue secfixes = pack.optional("secfixes");
      if (secfixes != null && !secfixes.node().isEmpty()) {
        secfixes.members().forEach((version, ids) -> readFix(name, version.strip(), ids));
      }
    } catch (MalformedRecordException malformed) {
      reject.accept(malformed.problem());
    }
  }

  private void readFix(String name, String version, JsonValue ids) {
    for (JsonValue id : ids.elements()) {
      try {
        FixedIdentifiers named = FixedIdentifiers.parse(id.text());
        named.vulnerabilities().forEach(vulnerability -> add(vulnerability, named, name, version));
      } catch (MalformedRecordException malformed) {
        reject.accept(name + " " + version + ": " + malformed.problem());
      }
    }
  }

  private void add(
      VulnerabilityId vulnerability, FixedIdentifiers named, String name, String version) {
    if (version.isEmpty()) {
      throw new MalformedRecordException(vulnerability + " is fixed in no version");
    }
    aliases.computeIfAbsent(vulnerability, v -> new LinkedHashSet<>()).addAll(named.aliases());
    fixes
        .computeIfAbsent(vulnerability, v -> new LinkedHashMap<>())
        .computeIfAbsent(name, n -> new PackageFixes())
        .add(version, named.note());
  }

  private Advisory advisory(VulnerabilityId vulnerability) {
    List<AffectedPackage> affected =
        fixes.getOrDefault(vulnerability, Map.of()).entrySet().stream()
            .map(entry -> entry.getValue().statement(ecosystem, repository, entry.getKey()))
            .toList();
    return new Advisory(
        AlpineSecdbImporter.SOURCE,
        new AdvisoryId(vulnerability.value()),
        Advisory.Kind.VULNERABILITY,
        List.of(vulnerability),
        List.copyOf(aliases.getOrDefault(vulnerability, Set.of())),
        "",
        "",
        null,
        List.of(),
        List.of(),
        List.of(PAGE + vulnerability),
        null,
        null,
        null,
        false,
        affected);
  }
}
