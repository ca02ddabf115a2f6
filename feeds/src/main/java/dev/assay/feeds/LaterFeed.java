package dev.assay.feeds;

import dev.assay.feeds.osv.OsvHead;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Feeds that Assay knows of and does not read yet: they are listed by name, so that nobody takes
/// their silence for an answer.
record LaterFeed(String title, Predicate<byte[]> test) {
  private static final List<LaterFeed> ALL =
      List.of(
          new LaterFeed(
              "OSV records of language ecosystems and products",
              head -> OsvHead.of(head).filter(OsvHead::isOfNoDistribution).isPresent()),
          matching("NVD and its overrides", "(?s)\\A\\s*\\{\\s*\"(_annotation|resultsPerPage)\".*"),
          matching(
              "PyPA advisories (OSV as YAML)",
              "(?s)\\A(---\\s+)?(id: (PYSEC|GHSA|OSV)-|affected:\\n- ).*"),
          matching("RustSec advisories", "(?s)\\A```toml\\s+\\[advisory].*"),
          matching("Ruby advisories", "(?s)\\A(---\\s+)?(gem|engine|library): .*"),
          matching("FriendsOfPHP advisories", "(?s).*\\breference: +[\"']?composer://.*"),
          matching(
              "Retire.js repositories",
              "(?s)\\A\\s*\\{.*\"(extractors|bowername|atOrAbove|below)\"\\s*:.*"),
          matching(
              "Node.js core advisories",
              "(?s)\\A\\s*\\{.*\"(vulnerable|vulnerable_versions)\"\\s*:.*"),
          matching("Red Hat repository to CPE map", "(?s)\\A\\s*\\{\\s*\"data\".*\"cpes\"\\s*:.*"),
          matching(
              "Debian tracker lists",
              "(?s)\\A(source: .*\\bvuln-type: |\\[\\d\\d \\w{3} \\d{4}] D[SL]A-).*"),
          matching("OVAL definitions", "(?s).*<oval_definitions\\b.*"),
          matching("CSAF and VEX documents", "(?s).*\"csaf_version\".*"));

  private static LaterFeed matching(String title, String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return new LaterFeed(
        title, head -> compiled.matcher(new String(head, StandardCharsets.UTF_8)).matches());
  }

  /// Which one a document is of.
  static Optional<LaterFeed> of(byte[] head) {
    return ALL.stream().filter(feed -> feed.test().test(head)).findFirst();
  }
}
