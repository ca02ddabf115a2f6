package dev.assay.feeds.download;

import dev.assay.feeds.download.FeedsConfiguration.NotFetched;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What an update did.
///
/// @param feedsDirectory what to build a database from: whole files with their manifest
/// @param outcomes of each enabled feed's files, in the configuration's order
/// @param removed files of feeds that are no longer configured
/// @param disabled feeds that the configuration switches off
/// @param notFetched what the configuration says is left out
public record UpdateResult(
    Path feedsDirectory,
    Map<RemoteFeed, List<FileOutcome>> outcomes,
    List<CachePath> removed,
    List<RemoteFeed> disabled,
    List<NotFetched> notFetched) {
  public UpdateResult {
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    removed = List.copyOf(removed);
    disabled = List.copyOf(disabled);
    notFetched = List.copyOf(notFetched);
  }

  /// Whether there is anything in the cache that a database built before does not have.
  public boolean changed() {
    return !removed.isEmpty() || all().anyMatch(FileOutcome.Fetched.class::isInstance);
  }

  /// The files that could not be had, with an older version or without.
  public List<FileOutcome> failures() {
    return all()
        .filter(
            outcome ->
                outcome instanceof FileOutcome.KeptOld || outcome instanceof FileOutcome.Missing)
        .toList();
  }

  /// Whether any publisher gave an answer that could be used.
  public boolean reachedAny() {
    return all()
        .anyMatch(
            outcome ->
                outcome instanceof FileOutcome.Fetched
                    || outcome instanceof FileOutcome.Unchanged
                    || outcome instanceof FileOutcome.NotPublished);
  }

  /// Whether the cache has any file at all to build from.
  public boolean usable() {
    return all()
        .anyMatch(
            outcome ->
                outcome instanceof FileOutcome.Fetched
                    || outcome instanceof FileOutcome.Unchanged
                    || outcome instanceof FileOutcome.KeptOld);
  }

  private Stream<FileOutcome> all() {
    return outcomes.values().stream().flatMap(List::stream);
  }
}
