package dev.assay.assessment.cis;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes in what a benchmark said of a host, and answers with it the scans that wait for it.
public final class BenchmarkIntake {
  private final Transactions transactions;
  private final ResourceStore resources;
  private final BenchmarkStore benchmarks;
  private final CisReporting reporting;
  private final InstantSource clock;

  public BenchmarkIntake(
      Transactions transactions,
      ResourceStore resources,
      BenchmarkStore benchmarks,
      CisReporting reporting,
      InstantSource clock) {
    this.transactions = transactions;
    this.resources = resources;
    this.benchmarks = benchmarks;
    this.reporting = reporting;
    this.clock = clock;
  }

  /// Takes a report.
  ///
  /// @param from the identity that hands it in
  /// @param name the host's; null to leave it as it is known
  /// @param tags the host's; empty to leave them as they are
  /// @return how many scans it answered
  public int submit(
      ResourceKey host,
      String from,
      @Nullable String name,
      Optional<Map<String, String>> tags,
      BenchmarkReport report) {
    return transactions.writeInTurn(
        writing -> {
          Instant now = clock.instant();
          Resource resource = observe(writing, host, name, tags, report, now);
          benchmarks.keep(writing, resource, report, now);
          return report.isBestPractices()
              ? 0
              : reporting.answer(writing, host.tenant(), host.id(), from, report);
        });
  }

  private Resource observe(
      Writing writing,
      ResourceKey host,
      @Nullable String name,
      Optional<Map<String, String>> tags,
      BenchmarkReport report,
      Instant now) {
    Optional<Resource> known = resources.find(writing, host);
    ResourceDetails.Host details =
        known.map(Resource::details).orElse(null) instanceof ResourceDetails.Host before
            ? before
            : ResourceDetails.Host.named(name);
    if (details.platform() == null) {
      details = details.on(report.platform());
    }
    return resources.observe(
        writing, host, details, tags.or(() -> known.map(Resource::tags)).orElse(Map.of()), now);
  }
}
