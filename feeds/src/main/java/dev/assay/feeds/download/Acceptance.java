package dev.assay.feeds.download;

import dev.assay.feeds.download.FetchFailure.Remedy;
import dev.assay.feeds.download.Ledger.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Checks a file that has arrived and lets it into the cache.
final class Acceptance {
  private final FeedCache cache;
  private final Ledger ledger;
  private final Web web;
  private final InstantSource clock;

  Acceptance(FeedCache cache, Ledger ledger, Web web, InstantSource clock) {
    this.cache = cache;
    this.ledger = ledger;
    this.web = web;
    this.clock = clock;
  }

  /// Lets the partial file in.
  ///
  /// @throws FetchFailure where it is not what it should be; it is gone then
  FileOutcome accept(
      RemoteFile file, Transport.Answer answer, @Nullable Whole known, boolean resumed)
      throws IOException, InterruptedException {
    Path partial = cache.partial(file.path());
    Digests digests = Digests.of(partial);
    String defect = defect(file, answer, partial, digests);
    if (defect != null) {
      discard(file.path());
      throw new FetchFailure(Remedy.RETRY, file.url() + ": " + defect);
    }
    Whole whole =
        new Whole(file.url().toString(), Validators.of(answer), digests.sha256(), clock.instant());
    if (known != null && known.sha256().equals(digests.sha256())) {
      Files.delete(partial);
      ledger.complete(file.path(), whole);
      return new FileOutcome.Unchanged(file.path());
    }
    long size = Files.size(partial);
    cache.admit(file.path());
    ledger.complete(file.path(), whole);
    return new FileOutcome.Fetched(file.path(), size, resumed);
  }

  /// Forgets the bytes that have come of a file.
  void discard(CachePath path) throws IOException {
    Files.deleteIfExists(cache.partial(path));
    ledger.abandon(path);
  }

  private @Nullable String defect(
      RemoteFile file, Transport.Answer answer, Path partial, Digests digests)
      throws IOException, InterruptedException {
    String sha256 = stated(file.checksum());
    if (sha256 != null && !sha256.equals(digests.sha256())) {
      return "its SHA-256 is " + digests.sha256() + ", not " + sha256;
    }
    String crc = Digests.statedCrc(answer).orElse(digests.crc32c());
    if (!crc.equals(digests.crc32c())) {
      return "its CRC-32C is " + digests.crc32c() + ", not " + crc;
    }
    return Integrity.defect(partial, file.form());
  }

  private @Nullable String stated(Checksum checksum) throws IOException, InterruptedException {
    return switch (checksum) {
      case Checksum.None() -> null;
      case Checksum.Known(String sha256) -> sha256;
      case Checksum.Listed listed -> fromList(listed);
    };
  }

  private String fromList(Checksum.Listed listed) throws IOException, InterruptedException {
    String text;
    try {
      text = web.text(listed.list());
    } catch (FetchFailure failure) {
      throw failure.remedy() == Remedy.ABSENT
          ? new FetchFailure(Remedy.NONE, "No checksum to be had: " + failure.reason())
          : failure;
    }
    for (String line : text.lines().toList()) {
      String[] words = line.strip().split("\\s+\\*?", 2);
      boolean ofFile = words.length == 1 || words[1].equals(listed.name());
      if (ofFile && words[0].matches("[0-9a-fA-F]{64}")) {
        return words[0].toLowerCase(Locale.ROOT);
      }
    }
    throw new FetchFailure(Remedy.NONE, listed.list() + " has no checksum of " + listed.name());
  }
}
