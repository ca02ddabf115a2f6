package dev.assay.model;

import java.time.Instant;
import java.util.List;

/// Which advisory database answered.
///
/// @param name the file's path, or `starter set`
/// @param starter whether it is the small set that ships with Assay, of `vulnerabilityCount`
///     vulnerabilities: all else is not evaluated
public record DatabaseInfo(
    String name,
    Instant built,
    boolean starter,
    long vulnerabilityCount,
    List<SourceInfo> sources) {
  public DatabaseInfo {
    sources = List.copyOf(sources);
  }
}
