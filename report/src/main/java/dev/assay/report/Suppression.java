package dev.assay.report;

import dev.assay.model.AffectedInstallation;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A decision, written down in an ignore file, not to be told of a vulnerability.
///
/// @param vulnerability its name, or one of its aliases
/// @param packageName the binary or source package it is limited to; null for all
/// @param reason why, in the words of whoever decided
/// @param expires the last day it holds (UTC); null where it never ends
public record Suppression(
    VulnerabilityId vulnerability,
    @Nullable String packageName,
    String reason,
    @Nullable LocalDate expires) {

  /// Whether it still holds.
  public boolean holdsAt(Instant at) {
    return expires == null || !at.atZone(ZoneOffset.UTC).toLocalDate().isAfter(expires);
  }

  /// Whether it is about this vulnerability in this package.
  public boolean covers(Vulnerability found, AffectedInstallation affected) {
    boolean named = found.id().equals(vulnerability) || found.aliases().contains(vulnerability);
    return named
        && (packageName == null
            || packageName.equals(affected.installed().name())
            || packageName.equals(affected.installed().sourceName()));
  }
}
