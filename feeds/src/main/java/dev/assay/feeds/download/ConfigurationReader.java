package dev.assay.feeds.download;

import dev.assay.feeds.download.FeedsConfiguration.NotFetched;
import dev.assay.feeds.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads `feeds.yaml`. A name that is not known is an error, so that a misspelt one is noticed.
final class ConfigurationReader {
  private static final long MIB = 1L << 20;
  private static final long MOST_MIB = 1L << 20;

  private final UpdateSettings settings;
  private final Set<CachePath> paths = new HashSet<>();

  private ConfigurationReader(UpdateSettings settings) {
    this.settings = settings;
  }

  static FeedsConfiguration read(JsonValue document) {
    allow(document, "settings", "feeds", "notFetched");
    ConfigurationReader reader = new ConfigurationReader(settings(document.member("settings")));
    List<RemoteFeed> feeds = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonValue feed : document.elements("feeds")) {
      feeds.add(reader.feed(feed));
      if (!ids.add(feeds.getLast().id())) {
        throw feed.malformed("repeats the id " + feeds.getLast().id());
      }
    }
    List<NotFetched> notFetched = new ArrayList<>();
    for (JsonValue omitted : document.elements("notFetched")) {
      allow(omitted, "what", "reason");
      notFetched.add(new NotFetched(omitted.text("what"), omitted.text("reason")));
    }
    return new FeedsConfiguration(reader.settings, feeds, notFetched);
  }

  private static UpdateSettings settings(JsonValue value) {
    allow(
        value,
        "parallel",
        "attempts",
        "connectTimeoutSeconds",
        "longestSilenceSeconds",
        "firstDelaySeconds",
        "longestDelaySeconds",
        "userAgent",
        "allowHttp");
    return new UpdateSettings(
        (int) value.number("parallel"),
        (int) value.number("attempts"),
        seconds(value, "connectTimeoutSeconds"),
        seconds(value, "longestSilenceSeconds"),
        seconds(value, "firstDelaySeconds"),
        seconds(value, "longestDelaySeconds"),
        value.text("userAgent"),
        value.flag("allowHttp"));
  }

  private static Duration seconds(JsonValue value, String name) {
    return Duration.ofMillis(Math.round(value.number(name) * 1000));
  }

  private RemoteFeed feed(JsonValue feed) {
    allow(feed, "id", "title", "enabled", "licence", "base", "files", "repositories");
    List<FeedSource> sources = new ArrayList<>();
    URI base = address(feed, feed.text("base"));
    for (JsonValue file : feed.elements("files")) {
      sources.addAll(files(base, file));
    }
    for (JsonValue repository : feed.elements("repositories")) {
      sources.add(repository(base, repository));
    }
    if (sources.isEmpty()) {
      throw feed.malformed("has neither files nor repositories");
    }
    boolean enabled = !feed.has("enabled") || feed.flag("enabled");
    return new RemoteFeed(
        feed.text("id"), feed.text("title"), enabled, feed.text("licence"), sources);
  }

  private List<FeedSource> files(URI base, JsonValue file) {
    allow(file, "url", "path", "form", "largestMiB", "sha256", "optional", "each");
    List<FeedSource> files = new ArrayList<>();
    for (Map<String, String> values : Combinations.of(file)) {
      URI url = within(base, file, Combinations.fill(file.text("url"), values));
      files.add(
          new RemoteFile(
              url,
              unique(file, Combinations.fill(file.text("path"), values)),
              form(file),
              largest(file),
              checksum(url, file),
              file.flag("optional")));
    }
    return files;
  }

  private Checksum checksum(URI url, JsonValue file) {
    String where = file.optionalText("sha256");
    if (where == null) {
      return new Checksum.None();
    }
    String path = url.getPath();
    return new Checksum.Listed(within(url, file, where), path.substring(path.lastIndexOf('/') + 1));
  }

  private FeedSource repository(URI base, JsonValue repository) {
    allow(repository, "path", "repository", "mirrorList", "topics", "largestMiB", "optional");
    long largest = largest(repository);
    String topics = repository.optionalText("topics");
    if (topics != null) {
      String list = repository.text("mirrorList");
      within(base, repository, list.replace(RpmRepositories.TOPIC, "x"));
      return new RpmRepositories(
          within(base, repository, topics), repository.text("path"), base + list, largest);
    }
    String at = repository.optionalText("repository");
    RpmRepository.Location location =
        at == null
            ? new RpmRepository.Listed(within(base, repository, repository.text("mirrorList")))
            : new RpmRepository.At(within(base, repository, at));
    return new RpmRepository(
        unique(repository, repository.text("path")),
        location,
        largest,
        repository.flag("optional"));
  }

  private CachePath unique(JsonValue where, String text) {
    CachePath path = new CachePath(text);
    if (!paths.add(path)) {
      throw where.malformed("has the path of another file: " + path);
    }
    return path;
  }

  private static FileForm form(JsonValue file) {
    String name = file.text("form");
    try {
      return FileForm.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw file.malformed("has the unknown form \"" + name + "\"");
    }
  }

  private static long largest(JsonValue value) {
    double mebibytes = value.number("largestMiB");
    if (!(mebibytes >= 1 && mebibytes <= MOST_MIB)) {
      throw value.malformed("has a largestMiB that is not from 1 to " + MOST_MIB);
    }
    return Math.round(mebibytes * MIB);
  }

  private URI within(URI base, JsonValue where, String relative) {
    return address(where, base.resolve(relative.replace(" ", "%20")).toString());
  }

  private URI address(JsonValue where, String text) {
    URI url = URI.create(text.replace(" ", "%20"));
    boolean known = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!known || url.getHost() == null) {
      throw where.malformed("has an address that is none of the web: " + text);
    }
    if (!settings.allowHttp() && "http".equals(url.getScheme())) {
      throw where.malformed("has an address without TLS, which allowHttp forbids: " + text);
    }
    return url;
  }

  private static void allow(JsonValue value, String... names) {
    Set<String> known = Set.of(names);
    for (String name : value.members().keySet()) {
      if (!known.contains(name)) {
        throw value.malformed("has an unknown member \"" + name + "\"");
      }
    }
  }
}
