package dev.assay.feeds.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Brings a cache directory up to date with the public feeds.
public final class FeedUpdater {
  private final Transport transport;
  private final Surroundings surroundings;

  /// @param transport the network, or {@link Transport#offline}; it stays the caller's to close
  public FeedUpdater(Transport transport, Surroundings surroundings) {
    this.transport = transport;
    this.surroundings = surroundings;
  }

  /// Fetches what is new of the enabled feeds. A file that cannot be had is an outcome, not an
  /// exception; its older version stays.
  ///
  /// @param cacheDirectory made where it does not exist
  /// @param listener is told by one thread at a time
  /// @throws CacheInUseException where another update runs on the directory
  /// @throws IOException where the directory cannot be written
  public UpdateResult update(
      FeedsConfiguration configuration, Path cacheDirectory, Consumer<UpdateEvent> listener)
      throws IOException, InterruptedException {
    Object turn = new Object();
    Consumer<UpdateEvent> oneAtATime =
        event -> {
          synchronized (turn) {
            listener.accept(event);
          }
        };
    try (FeedCache cache = FeedCache.open(cacheDirectory)) {
      return new Run(configuration, cache, Ledger.read(cache.ledger()), oneAtATime).update();
    }
  }

  /// One update.
  private final class Run {
    private final FeedsConfiguration configuration;
    private final FeedCache cache;
    private final Ledger ledger;
    private final Consumer<UpdateEvent> listener;
    private final FileFetcher files;
    private final RepositoryFetcher repositories;
    private final List<Task> tasks = new ArrayList<>();

    Run(
        FeedsConfiguration configuration,
        FeedCache cache,
        Ledger ledger,
        Consumer<UpdateEvent> listener) {
      this.configuration = configuration;
      this.cache = cache;
      this.ledger = ledger;
      this.listener = listener;
      UpdateSettings settings = configuration.settings();
      Web web = new Web(transport, settings.allowHttp());
      Persistence persistence = new Persistence(settings, surroundings);
      files = new FileFetcher(cache, ledger, web, persistence, surroundings.clock());
      repositories = new RepositoryFetcher(web, persistence, files);
    }

    /// A file that is to be fetched, or one whose outcome is known already.
    private record Task(RemoteFeed feed, Callable<FileOutcome> fetch) {}

    UpdateResult update() throws IOException, InterruptedException {
      for (RemoteFeed feed : enabled(true)) {
        for (FeedSource source : feed.sources()) {
          plan(feed, source);
        }
      }
      Map<RemoteFeed, List<FileOutcome>> outcomes = run();
      Map<CachePath, String> licences = licences(outcomes);
      List<CachePath> removed = removeOthers(licences);
      CacheManifest.write(cache, ledger, licences);
      return new UpdateResult(
          cache.feeds(), outcomes, removed, enabled(false), configuration.notFetched());
    }

    private List<RemoteFeed> enabled(boolean enabled) {
      return configuration.feeds().stream().filter(feed -> feed.enabled() == enabled).toList();
    }

    private void plan(RemoteFeed feed, FeedSource source) throws InterruptedException {
      switch (source) {
        case RemoteFile file -> {
          FetchWatcher watcher = watcher(feed, file.path());
          add(feed, watcher, () -> files.fetch(file, watcher));
        }
        case RpmRepository repository -> {
          FetchWatcher watcher = watcher(feed, RepositoryFetcher.updateinfo(repository));
          add(feed, watcher, () -> repositories.fetch(repository, watcher));
        }
        case RpmRepositories catalogue -> planTopics(feed, catalogue);
      }
    }

    private void add(RemoteFeed feed, FetchWatcher watcher, Callable<FileOutcome> fetch) {
      tasks.add(
          new Task(
              feed,
              () -> {
                watcher.started();
                return watcher.finished(fetch.call());
              }));
    }

    private FetchWatcher watcher(RemoteFeed feed, CachePath path) {
      return new FetchWatcher(feed, path, configuration.settings().attempts(), listener);
    }

    /// Where the catalogue cannot be had, every topic that was fetched before is kept.
    private void planTopics(RemoteFeed feed, RpmRepositories catalogue)
        throws InterruptedException {
      CachePath folder = new CachePath(catalogue.pathPrefix() + "all");
      try {
        for (RpmRepository topic :
            repositories.expand(catalogue, watcher(feed, folder)::retrying)) {
          plan(feed, topic);
        }
      } catch (IOException failure) {
        List<CachePath> known =
            ledger.wholes().stream()
                .filter(path -> path.value().startsWith(catalogue.pathPrefix()))
                .toList();
        for (CachePath path : known.isEmpty() ? List.of(folder) : known) {
          add(feed, watcher(feed, path), () -> files.failed(path, failure, false));
        }
      }
    }

    private Map<RemoteFeed, List<FileOutcome>> run() throws InterruptedException {
      Map<RemoteFeed, List<FileOutcome>> outcomes = new LinkedHashMap<>();
      try (ExecutorService pool =
          Executors.newFixedThreadPool(
              configuration.settings().parallel(), Thread.ofVirtual().factory())) {
        List<Future<FileOutcome>> futures =
            pool.invokeAll(tasks.stream().map(Task::fetch).toList());
        for (int i = 0; i < tasks.size(); i++) {
          outcomes
              .computeIfAbsent(tasks.get(i).feed(), feed -> new ArrayList<>())
              .add(result(futures.get(i)));
        }
      }
      return outcomes;
    }

    private static FileOutcome result(Future<FileOutcome> future) throws InterruptedException {
      try {
        return future.get();
      } catch (ExecutionException defect) {
        if (defect.getCause() instanceof InterruptedException) {
          throw new InterruptedException();
        }
        throw new IllegalStateException("Fetching a feed failed", defect.getCause());
      }
    }

    private static Map<CachePath, String> licences(Map<RemoteFeed, List<FileOutcome>> outcomes) {
      Map<CachePath, String> licences = new HashMap<>();
      outcomes.forEach(
          (feed, list) -> list.forEach(outcome -> licences.put(outcome.path(), feed.licence())));
      return licences;
    }

    private List<CachePath> removeOthers(Map<CachePath, String> configured) throws IOException {
      List<CachePath> removed = new ArrayList<>();
      for (CachePath path : ledger.partials()) {
        if (!configured.containsKey(path)) {
          Files.deleteIfExists(cache.partial(path));
          ledger.abandon(path);
        }
      }
      for (CachePath path : ledger.wholes()) {
        if (!configured.containsKey(path)) {
          Files.deleteIfExists(cache.whole(path));
          ledger.forget(path);
          removed.add(path);
        }
      }
      return removed;
    }
  }
}
