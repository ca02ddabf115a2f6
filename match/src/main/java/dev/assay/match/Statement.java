package dev.assay.match;

import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.AffectedPackage;
import dev.assay.model.SourceId;
import dev.assay.model.VulnerabilityId;
import java.util.List;

/// What one advisory says of one package, with what the matcher needs of the advisory itself.
///
/// @param vulnerabilities empty for an erratum that names none; it never becomes a finding
public record Statement(
    SourceId source,
    AdvisoryId advisory,
    Advisory.Kind kind,
    boolean withdrawn,
    List<VulnerabilityId> vulnerabilities,
    AffectedPackage affected) {
  public Statement {
    vulnerabilities = List.copyOf(vulnerabilities);
  }
}
