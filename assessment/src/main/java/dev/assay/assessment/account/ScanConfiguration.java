package dev.assay.assessment.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How hosts and images are scanned, in the words of the API.
///
/// @param hostMode `EC2_SSM_AGENT_BASED` or `EC2_HYBRID`
/// @param imageRescan how long after its push an image is matched anew, `LIFETIME` or `DAYS_30`
/// @param pulledRescan how long after its last pull; null where only the push counts
/// @param pulledMode what counts as use, `LAST_PULL_DATE` or `LAST_IN_USE_AT`
/// @param imagesChangedAt when the account last chose for images; null where it never did
public record ScanConfiguration(
    String hostMode,
    String imageRescan,
    @Nullable String pulledRescan,
    @Nullable String pulledMode,
    @Nullable Instant imagesChangedAt) {

  /// What holds where an account has chosen nothing.
  public static final ScanConfiguration DEFAULT =
      new ScanConfiguration("EC2_SSM_AGENT_BASED", "LIFETIME", null, null, null);

  public ScanConfiguration withHostMode(String mode) {
    return new ScanConfiguration(mode, imageRescan, pulledRescan, pulledMode, imagesChangedAt);
  }
}
