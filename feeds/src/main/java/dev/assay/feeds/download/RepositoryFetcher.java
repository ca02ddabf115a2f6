package dev.assay.feeds.download;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.download.FetchFailure.Remedy;
import dev.assay.feeds.json.JsonReader;
import dev.assay.feeds.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the updateinfo of RPM repositories and brings it into the cache.
final class RepositoryFetcher {
  private static final int MOST_MIRRORS = 10;
  private static final int MOST_TOPICS = 500;

  private final Web web;
  private final Persistence persistence;
  private final FileFetcher files;

  RepositoryFetcher(Web web, Persistence persistence, FileFetcher files) {
    this.web = web;
    this.persistence = persistence;
    this.files = files;
  }

  static CachePath updateinfo(RpmRepository repository) {
    return repository.path().resolve("updateinfo.xml.gz");
  }

  FileOutcome fetch(RpmRepository repository, FetchWatcher watcher) throws InterruptedException {
    try {
      return files.fetch(persistence.run(() -> locate(repository), watcher::retrying), watcher);
    } catch (IOException failure) {
      return files.failed(updateinfo(repository), failure, repository.optional());
    }
  }

  /// The repositories of a catalogue's topics.
  List<RpmRepository> expand(RpmRepositories repositories, Persistence.Watcher watcher)
      throws IOException, InterruptedException {
    byte[] catalogue = persistence.run(() -> web.bytes(repositories.catalogue()), watcher);
    List<RpmRepository> expanded = new ArrayList<>();
    try {
      JsonValue document = JsonReader.read(new ByteArrayInputStream(catalogue));
      for (JsonValue topic : document.elements("topics")) {
        String name = topic.text("n");
        if (RpmRepositories.isTopic(name) && expanded.size() < MOST_TOPICS) {
          expanded.add(repositories.of(name));
        }
      }
    } catch (MalformedRecordException malformed) {
      throw new FetchFailure(Remedy.NONE, repositories.catalogue() + ": " + malformed.getMessage());
    }
    if (expanded.isEmpty()) {
      throw new FetchFailure(Remedy.NONE, repositories.catalogue() + " names no topics");
    }
    return expanded;
  }

  /// The updateinfo file, from the first mirror that answers.
  private RemoteFile locate(RpmRepository repository) throws IOException, InterruptedException {
    FetchFailure last = null;
    for (URI base : bases(repository)) {
      try {
        return at(base, repository);
      } catch (FetchFailure failure) {
        last = failure;
      }
    }
    throw last == null
        ? new FetchFailure(Remedy.RETRY, repository.path() + " has no mirrors")
        : last;
  }

  private List<URI> bases(RpmRepository repository) throws IOException, InterruptedException {
    return switch (repository.location()) {
      case RpmRepository.At(URI base) -> List.of(base);
      case RpmRepository.Listed(URI list) ->
          web.text(list)
              .lines()
              .map(String::strip)
              .filter(line -> line.startsWith("https://") || line.startsWith("http://"))
              .map(line -> line.endsWith("/") ? line : line + "/")
              .map(line -> Web.address(line.replace("$basearch", "x86_64")))
              .flatMap(Optional::stream)
              .map(web::secured)
              .limit(MOST_MIRRORS)
              .toList();
    };
  }

  private RemoteFile at(URI base, RpmRepository repository)
      throws IOException, InterruptedException {
    byte[] repomd = web.bytes(base.resolve("repodata/repomd.xml"));
    RepositoryMetadata metadata =
        RepositoryMetadata.parse(repomd)
            .orElseThrow(() -> new FetchFailure(Remedy.ABSENT, base + " has no updateinfo"));
    if (!metadata.href().endsWith(".gz")) {
      throw new FetchFailure(Remedy.NONE, base + ": not gzip: " + metadata.href());
    }
    String sha256 = metadata.sha256();
    return new RemoteFile(
        Web.redirected(base, metadata.href(), web.allowsHttp()),
        updateinfo(repository),
        FileForm.GZIP,
        repository.largest(),
        sha256 == null ? new Checksum.None() : new Checksum.Known(sha256),
        repository.optional());
  }
}
