package dev.assay.assessment.provenance;

/// A part of what is known of a host.
public enum Part {
  /// Its operating system and packages.
  PACKAGES,
  /// What a benchmark said of it.
  BENCHMARK,
  /// What it does while it runs.
  RUNTIME,
  /// The network around it.
  NETWORK
}
