package dev.assay.assessment.cis;

import dev.assay.assessment.schedule.Recurrence;
import dev.assay.assessment.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// What is scanned by benchmarks, how strictly and when.
///
/// @param tags of the configuration itself
/// @param begunAt when the schedule was set
/// @param seenTo planned moments up to this one are decided
public record CisConfiguration(
    Tenant tenant,
    UUID id,
    String name,
    CisLevel level,
    CisSchedule schedule,
    CisTargets targets,
    Map<String, String> tags,
    Instant begunAt,
    Instant seenTo) {
  /// A planned scan that no node could begin for so long is left out.
  private static final Duration GRACE = Duration.ofHours(12);

  /// What is to happen once happens however long it took until a node was there.
  private static final Duration EVER = Duration.ofDays(36_500);

  public CisConfiguration {
    tags = Map.copyOf(tags);
  }

  public String arn() {
    return tenant.arn("inspector2", "owner/" + tenant.account() + "/cis-configuration/" + id);
  }

  /// Which planned moments are decided, to decide on the next ones.
  public Recurrence recurrence() {
    Duration grace = schedule instanceof CisSchedule.OneTime ? EVER : GRACE;
    return new Recurrence(schedule.moments(), begunAt, seenTo, grace);
  }

  public CisConfiguration named(String now) {
    return new CisConfiguration(tenant, id, now, level, schedule, targets, tags, begunAt, seenTo);
  }

  public CisConfiguration at(CisLevel now) {
    return new CisConfiguration(tenant, id, name, now, schedule, targets, tags, begunAt, seenTo);
  }

  public CisConfiguration of(CisTargets now) {
    return new CisConfiguration(tenant, id, name, level, schedule, now, tags, begunAt, seenTo);
  }

  public CisConfiguration tagged(Map<String, String> now) {
    return new CisConfiguration(tenant, id, name, level, schedule, targets, now, begunAt, seenTo);
  }

  /// With another schedule, which begins at a moment: of what was planned before nothing is left.
  public CisConfiguration scheduled(CisSchedule now, Instant from) {
    return new CisConfiguration(
        tenant, id, name, level, now, targets, tags, from, from.minusMillis(1));
  }

  public CisConfiguration seen(Instant to) {
    return new CisConfiguration(tenant, id, name, level, schedule, targets, tags, begunAt, to);
  }
}
