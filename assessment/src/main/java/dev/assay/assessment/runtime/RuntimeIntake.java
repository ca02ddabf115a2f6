package dev.assay.assessment.runtime;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import dev.assay.model.runtime.RuntimeSample;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes in samples of what hosts do. Several make up a window: what no sample shows was not seen.
public final class RuntimeIntake {
  /// For how long samples are kept: the longest run, and a little.
  public static final Duration KEPT = Duration.ofHours(25);

  /// How many samples of a host are kept at most.
  public static final int MOST = 100;

  /// How far a host's clock may be ahead.
  public static final Duration AHEAD = Duration.ofMinutes(5);

  private final Transactions transactions;
  private final ResourceStore resources;
  private final RuntimeStore samples;
  private final InstantSource clock;

  public RuntimeIntake(
      Transactions transactions,
      ResourceStore resources,
      RuntimeStore samples,
      InstantSource clock) {
    this.transactions = transactions;
    this.resources = resources;
    this.samples = samples;
    this.clock = clock;
  }

  /// Takes a sample.
  ///
  /// @param name the host's; null to leave it as it is known
  /// @param tags the host's; empty to leave them as they are
  /// @return false where it says that it was taken in the future: the service's time is what runs
  ///     go by
  public boolean submit(
      ResourceKey host,
      @Nullable String name,
      Optional<Map<String, String>> tags,
      RuntimeSample sample) {
    Instant now = clock.instant();
    if (sample.takenAt().isAfter(now.plus(AHEAD))) {
      return false;
    }
    transactions.writeInTurn(
        writing -> {
          Resource resource = observe(writing, host, name, tags, now);
          samples.add(writing, resource, sample);
          samples.thin(writing, resource, now.minus(KEPT), MOST);
          return resource;
        });
    return true;
  }

  private Resource observe(
      Writing writing,
      ResourceKey host,
      @Nullable String name,
      Optional<Map<String, String>> tags,
      Instant now) {
    Optional<Resource> known = resources.find(writing, host);
    ResourceDetails details =
        known.map(Resource::details).orElseGet(() -> ResourceDetails.Host.named(name));
    return resources.observe(
        writing, host, details, tags.or(() -> known.map(Resource::tags)).orElse(Map.of()), now);
  }
}
