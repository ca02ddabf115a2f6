package dev.assay.feeds.download;

import dev.assay.feeds.download.FetchFailure.Remedy;
import dev.assay.feeds.download.Ledger.Partial;
import dev.assay.feeds.download.Ledger.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Brings one file into the cache.
///
/// An attempt asks for what is missing: the rest of a file that broke off, else a version other
/// than the one in the cache, else all. The rest is only taken where the server confirms that it
/// is of the same version (If-Range, and the versions compared once more); if the file changed
/// meanwhile, it comes whole and begins anew. What has arrived is checked (length, checksums, form)
/// before it replaces the older file in one step, so that a failure at any point leaves the older
/// one as it was.
final class FileFetcher {
  private final FeedCache cache;
  private final Ledger ledger;
  private final Web web;
  private final Persistence persistence;
  private final Acceptance acceptance;

  FileFetcher(
      FeedCache cache, Ledger ledger, Web web, Persistence persistence, InstantSource clock) {
    this.cache = cache;
    this.ledger = ledger;
    this.web = web;
    this.persistence = persistence;
    this.acceptance = new Acceptance(cache, ledger, web, clock);
  }

  FileOutcome fetch(RemoteFile file, FetchWatcher watcher) throws InterruptedException {
    try {
      Whole known = knownVersion(file);
      return persistence.run(() -> attempt(file, known, watcher), watcher::retrying);
    } catch (IOException failure) {
      return failed(file.path(), failure, file.optional());
    }
  }

  /// What a failure means for a file.
  FileOutcome failed(CachePath path, IOException failure, boolean optional) {
    String reason = failure instanceof OfflineException ? "offline" : "" + failure.getMessage();
    if (Files.isRegularFile(cache.whole(path))) {
      return new FileOutcome.KeptOld(path, reason);
    }
    boolean absent = failure instanceof FetchFailure known && known.remedy() == Remedy.ABSENT;
    return absent && optional
        ? new FileOutcome.NotPublished(path)
        : new FileOutcome.Missing(path, reason);
  }

  /// The version in the cache, if its bytes are still those that arrived; else null.
  private @Nullable Whole knownVersion(RemoteFile file) throws IOException {
    Whole known = ledger.whole(file.path()).orElse(null);
    Path whole = cache.whole(file.path());
    boolean intact =
        known != null
            && Files.isRegularFile(whole)
            && Digests.of(whole).sha256().equals(known.sha256());
    return intact ? known : null;
  }

  private FileOutcome attempt(RemoteFile file, @Nullable Whole known, FetchWatcher watcher)
      throws IOException, InterruptedException {
    if (known != null
        && file.checksum() instanceof Checksum.Known(String sha256)
        && sha256.equals(known.sha256())) {
      return new FileOutcome.Unchanged(file.path());
    }
    Rest rest = rest(file);
    try (Transport.Answer answer = web.get(file.url(), headers(file, known, rest))) {
      switch (answer.status()) {
        case 304 -> {
          return unchanged(file, known);
        }
        case 206 -> receiveRest(file, rest, answer, watcher);
        case 200 -> receiveAll(file, answer, watcher);
        default -> throw startAgain(file, "the bytes asked for do not exist");
      }
      return acceptance.accept(file, answer, known, answer.status() == 206);
    }
  }

  /// What is left to fetch of a file that broke off.
  ///
  /// @param from how many bytes are here; 0 where there are none to go on from
  private record Rest(long from, Validators version, Map<String, String> headers) {
    static final Rest NONE = new Rest(0, new Validators(null, null), Map.of());
  }

  private Rest rest(RemoteFile file) throws IOException {
    Path partial = cache.partial(file.path());
    Optional<Partial> begun =
        ledger.partial(file.path()).filter(p -> p.url().equals(file.url().toString()));
    long here = Files.isRegularFile(partial) ? Files.size(partial) : 0;
    if (begun.isEmpty() || here == 0) {
      return Rest.NONE;
    }
    Validators version = begun.get().version();
    return version.rest(here).map(headers -> new Rest(here, version, headers)).orElse(Rest.NONE);
  }

  private static Map<String, String> headers(RemoteFile file, @Nullable Whole known, Rest rest) {
    if (rest.from() > 0) {
      return rest.headers();
    }
    boolean sameAddress = known != null && known.url().equals(file.url().toString());
    return known != null && sameAddress ? known.version().conditional() : Map.of();
  }

  private static FileOutcome unchanged(RemoteFile file, @Nullable Whole known) throws FetchFailure {
    if (known == null) {
      throw new FetchFailure(Remedy.NONE, file.url() + " answered 304 to an unconditional request");
    }
    return new FileOutcome.Unchanged(file.path());
  }

  private void receiveRest(
      RemoteFile file, Rest rest, Transport.Answer answer, FetchWatcher watcher)
      throws IOException {
    ContentRange range = answer.header("Content-Range").flatMap(ContentRange::parse).orElse(null);
    if (rest.from() == 0 || range == null || range.first() != rest.from()) {
      throw startAgain(file, "other bytes came than were asked for");
    }
    if (rest.version().contradict(Validators.of(answer))) {
      throw startAgain(file, "it changed while downloading");
    }
    receive(file, answer, rest.from(), range.total(), watcher);
  }

  private void receiveAll(RemoteFile file, Transport.Answer answer, FetchWatcher watcher)
      throws IOException {
    ledger.begin(file.path(), new Partial(file.url().toString(), Validators.of(answer)));
    long total = answer.header("Content-Length").map(FileFetcher::length).orElse(-1L);
    receive(file, answer, 0, total, watcher);
  }

  private static long length(String header) {
    return header.matches("[0-9]{1,18}") ? Long.parseLong(header) : -1;
  }

  private void receive(
      RemoteFile file, Transport.Answer answer, long from, long total, FetchWatcher watcher)
      throws IOException {
    Path partial = cache.partial(file.path());
    try {
      new Arrival(file, partial, watcher).receive(answer.body(), from, total);
    } catch (FetchFailure failure) {
      if (failure.remedy() != Remedy.RETRY) {
        acceptance.discard(file.path());
      }
      throw failure;
    }
  }

  private FetchFailure startAgain(RemoteFile file, String why) throws IOException {
    acceptance.discard(file.path());
    return new FetchFailure(Remedy.RETRY, file.url() + ": " + why);
  }
}
