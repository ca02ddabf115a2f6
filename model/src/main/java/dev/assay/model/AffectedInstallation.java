package dev.assay.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An installed package that has a vulnerability, and why.
///
/// @param fixedVersion the lowest version that mends it and that this resource can get; null
///     where none
/// @param status what the vendor says
/// @param evidence the advisories that say so, the one that decided first
/// @param use whether it is in use
/// @param remediation one sentence: what to do
/// @param trace the steps of the decision, in order
public record AffectedInstallation(
    InstalledPackage installed,
    @Nullable String fixedVersion,
    VendorStatus status,
    @Nullable String vendorSeverity,
    List<AdvisoryReference> evidence,
    Use use,
    String remediation,
    Trace trace) {
  public AffectedInstallation {
    evidence = List.copyOf(evidence);
  }

  /// Whether the affected code can run on this resource as it is.
  public enum Use {
    INSTALLED,
    /// A kernel that is installed but not running; `--fail-on` ignores it.
    NOT_RUNNING
  }
}
