package dev.assay.feeds.osv;

import dev.assay.feeds.json.JsonValue;
import dev.assay.model.AffectedPackage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one publisher means by the parts of OSV that the format leaves open.
sealed interface OsvDialect permits DebianOsv, UbuntuOsv, RedHatOsv, CloneOsv, SuseOsv, AlpineOsv {

  /// The statements of one element of `affected` in an ecosystem of this publisher.
  ///
  /// @throws dev.assay.feeds.MalformedRecordException where it cannot be understood
  List<AffectedPackage> statements(OsvDocument document, JsonValue affected);

  /// What a bulletin that names no CVE is about; nothing, as a rule: it is an erratum.
  default Set<String> withoutCve(OsvDocument document) {
    return Set.of();
  }

  /// The publisher's word for the whole document, as written.
  default @Nullable String severity(OsvDocument document) {
    return null;
  }

  /// Who gave the CVSS scores.
  String scorer();

  /// The publisher's own page on the document, or its host, by which to find it among the
  /// references.
  OwnPage page(OsvDocument document);

  /// Either the `url` itself or the host that it is found by.
  record OwnPage(@Nullable String url, String host) {}
}
