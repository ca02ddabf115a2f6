package dev.assay.assessment.account;

import java.util.EnumSet;
import java.util.Set;

/// What one account has set in one region.
///
/// @param enabled the kinds that are scanned
/// @param enabledForNewMembers the kinds that are enabled for an account when it becomes a member
public record AccountSettings(
    Set<ScanKind> enabled,
    Set<ScanKind> enabledForNewMembers,
    ScanConfiguration scanning,
    DeepInspection deepInspection) {

  /// The settings of an account that has chosen nothing.
  public static final AccountSettings DEFAULT =
      new AccountSettings(Set.of(), Set.of(), ScanConfiguration.DEFAULT, DeepInspection.DEFAULT);

  public AccountSettings {
    enabled = Set.copyOf(enabled);
    enabledForNewMembers = Set.copyOf(enabledForNewMembers);
  }

  public AccountSettings enabling(Set<ScanKind> more) {
    EnumSet<ScanKind> all = EnumSet.noneOf(ScanKind.class);
    all.addAll(enabled);
    all.addAll(more);
    return new AccountSettings(all, enabledForNewMembers, scanning, deepInspection);
  }

  public AccountSettings disabling(Set<ScanKind> some) {
    EnumSet<ScanKind> left = EnumSet.noneOf(ScanKind.class);
    left.addAll(enabled);
    left.removeAll(some);
    return new AccountSettings(left, enabledForNewMembers, scanning, deepInspection);
  }

  public AccountSettings withEnabledForNewMembers(Set<ScanKind> kinds) {
    return new AccountSettings(enabled, kinds, scanning, deepInspection);
  }

  public AccountSettings withScanning(ScanConfiguration now) {
    return new AccountSettings(enabled, enabledForNewMembers, now, deepInspection);
  }

  public AccountSettings withDeepInspection(DeepInspection now) {
    return new AccountSettings(enabled, enabledForNewMembers, scanning, now);
  }
}
