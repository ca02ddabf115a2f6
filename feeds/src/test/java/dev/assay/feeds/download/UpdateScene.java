package dev.assay.feeds.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Updates of a cache from a local server, without waiting for anything.
final class UpdateScene implements AutoCloseable {
  final FeedServer server = new FeedServer();
  final Path cache;
  final List<UpdateEvent> events = Collections.synchronizedList(new ArrayList<>());
  final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private Duration longestSilence = Duration.ofSeconds(20);

  UpdateScene(Path cache) {
    this.cache = cache;
  }

  UpdateScene impatient() {
    longestSilence = Duration.ofSeconds(1);
    return this;
  }

  UpdateSettings settings() {
    return new UpdateSettings(
        4,
        4,
        Duration.ofSeconds(10),
        longestSilence,
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        "assay-test",
        true);
  }

  Surroundings surroundings() {
    return new Surroundings(
        InstantSource.fixed(Instant.parse("2025-04-05T06:07:08Z")), pauses::add, new Random(1));
  }

  FeedsConfiguration configuration(String feeds) {
    String yaml =
        """
        settings:
          parallel: 4
          attempts: 4
          connectTimeoutSeconds: 10
          longestSilenceSeconds: %s
          firstDelaySeconds: 1
          longestDelaySeconds: 60
          userAgent: assay-test
          allowHttp: true
        feeds:
        """
            .formatted(longestSilence.toMillis() / 1000.0);
    return FeedsConfiguration.parse(
        yaml + feeds.replace("BASE", server.base().toString()).indent(2));
  }

  /// One feed `feed` of one file.
  FeedsConfiguration single(String url, String form, String more) {
    return configuration(
        """
        - id: feed
          title: A feed
          licence: CC0-1.0
          base: BASE
          files:
            - {url: %s, path: file, form: %s, largestMiB: 1%s}
        """
            .formatted(url, form, more));
  }

  UpdateResult update(FeedsConfiguration configuration) {
    try (Transport transport = new HttpTransport(configuration.settings(), Proxies.of(Map.of()))) {
      return update(configuration, transport);
    }
  }

  UpdateResult update(FeedsConfiguration configuration, Transport transport) {
    try {
      return new FeedUpdater(transport, surroundings()).update(configuration, cache, events::add);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /// The outcome of a configuration's one file.
  FileOutcome fetch(FeedsConfiguration configuration) {
    List<FileOutcome> outcomes =
        update(configuration).outcomes().values().stream().flatMap(List::stream).toList();
    if (outcomes.size() != 1) {
      throw new AssertionError(outcomes);
    }
    return outcomes.getFirst();
  }

  byte[] kept(String path) {
    try {
      return Files.readAllBytes(cache.resolve("feeds").resolve(path));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
