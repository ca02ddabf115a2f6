package dev.assay.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document of a source: a vendor's bulletin (DSA, RHSA, ALAS …) or its record of one
/// vulnerability.
///
/// @param vulnerabilities what it is about; empty for an erratum that names none. A record of one
///     vulnerability names itself
/// @param aliases other names of the same vulnerability; empty for a bulletin on several
/// @param title one line, empty where the source has none
/// @param description as the source has it, empty where it has none
/// @param vendorSeverity the source's word, as written; null where none
/// @param references addresses to read on, the source's own page first
/// @param withdrawn when the source took it back; null while it stands
/// @param disputed whether the source says that the vulnerability is disputed
/// @param affected empty where the document only enriches (CVSS, CWE)
public record Advisory(
    SourceId source,
    AdvisoryId id,
    Kind kind,
    List<VulnerabilityId> vulnerabilities,
    List<VulnerabilityId> aliases,
    String title,
    String description,
    @Nullable String vendorSeverity,
    List<CvssScore> cvss,
    List<String> cwes,
    List<String> references,
    @Nullable Instant published,
    @Nullable Instant modified,
    @Nullable Instant withdrawn,
    boolean disputed,
    List<AffectedPackage> affected)
    implements FeedRecord {

  /// Which of a source's documents decides: for Debian the vulnerability's record wins over a
  /// bulletin.
  public enum Kind {
    /// The source's record of one vulnerability.
    VULNERABILITY,
    /// A bulletin (erratum) that announces fixes, perhaps for several vulnerabilities.
    BULLETIN
  }

  public Advisory {
    vulnerabilities = List.copyOf(vulnerabilities);
    aliases = List.copyOf(aliases);
    cvss = List.copyOf(cvss);
    cwes = List.copyOf(cwes);
    references = List.copyOf(references);
    affected = List.copyOf(affected);
  }
}
