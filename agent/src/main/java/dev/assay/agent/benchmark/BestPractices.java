package dev.assay.agent.benchmark;

import java.io.InputStream;
import java.util.Objects;

/// Assay's own content for the rules package "Security best practices".
public final class BestPractices {
  /// The id of its benchmark.
  public static final String BENCHMARK = "xccdf_dev.assay.best-practices_benchmark_host";

  static final String PROFILE = "xccdf_dev.assay.best-practices_profile_default";

  private BestPractices() {}

  /// The datastream.
  public static InputStream open() {
    return Objects.requireNonNull(
        BestPractices.class.getResourceAsStream("best-practices-ds.xml"),
        "best-practices-ds.xml is part of Assay");
  }
}
