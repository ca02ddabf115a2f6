package dev.assay.cli;

import dev.assay.feeds.download.CachePath;
import dev.assay.feeds.download.FeedUpdater;
import dev.assay.feeds.download.FeedsConfiguration;
import dev.assay.feeds.download.FileOutcome;
import dev.assay.feeds.download.HttpTransport;
import dev.assay.feeds.download.InvalidConfigurationException;
import dev.assay.feeds.download.Proxies;
import dev.assay.feeds.download.Surroundings;
import dev.assay.feeds.download.Transport;
import dev.assay.feeds.download.UpdateResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay db update`: fetches the public feeds and builds the database from them.
@Command(
    name = "update",
    mixinStandardHelpOptions = true,
    description =
        "Fetches what is new of the public feeds and rebuilds the database. The old one stays in use"
            + " until the new one is whole, and for ever if anything fails.")
final class DbUpdateCommand implements Callable<Integer> {
  private static final int MAX_CONFIGURATION_BYTES = 4 << 20;

  private final Terminal terminal;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Which feeds to fetch from where. Default: the publishers' own addresses.")
  @Nullable Path configuration;

  @Option(
      names = "--print-config",
      description = "Print the default configuration, to copy and point at a mirror, and end.")
  boolean printConfiguration;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Where the feed files are kept. Default: $XDG_CACHE_HOME/assay/feeds.")
  @Nullable Path cache;

  @Mixin DatabaseOption database = new DatabaseOption();
  @Mixin CommonOptions common = new CommonOptions();

  DbUpdateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (printConfiguration) {
      terminal.out().write(FeedsConfiguration.bundledText().getBytes(StandardCharsets.UTF_8));
      return ExitCode.DONE.number();
    }
    UpdateResult result = fetch(readConfiguration());
    if (common.offline) {
      reportOffline(result);
    } else {
      report(result);
    }
    if (!result.usable()) {
      throw new InputException(
          (common.offline ? "nothing is fetched with --offline" : "no feed could be fetched")
              + ", and in "
              + result.feedsDirectory()
              + " there is none from before; the database was left as it is");
    }
    Path file = database.location();
    if (!result.changed() && Files.exists(file)) {
      boolean asked = !common.offline && result.failures().isEmpty();
      say(
          asked
              ? "nothing has changed; " + file + " is up to date"
              : "there is nothing new to build from; " + file + " was left as it is");
      return exitCode(result).number();
    }
    DatabaseBuild.build(List.of(result.feedsDirectory()), file);
    say("wrote " + file + "; 'assay db info' shows what it holds");
    return exitCode(result).number();
  }

  private UpdateResult fetch(FeedsConfiguration feeds) throws IOException, InterruptedException {
    Path directory =
        cache != null ? cache : ApplicationDirectories.ofThisUser().cache().resolve("feeds");
    UpdateProgress progress = new UpdateProgress(terminal);
    boolean shown = common.showsProgress(terminal);
    try (Transport transport = transport(feeds)) {
      return new FeedUpdater(transport, Surroundings.real())
          .update(
              feeds,
              directory,
              event -> {
                if (shown) {
                  progress.accept(event);
                }
              });
    } finally {
      if (shown) {
        progress.close();
      }
    }
  }

  private Transport transport(FeedsConfiguration feeds) {
    return common.offline
        ? Transport.offline()
        : new HttpTransport(feeds.settings(), Proxies.of(System.getenv()));
  }

  private FeedsConfiguration readConfiguration() {
    if (configuration == null) {
      return FeedsConfiguration.bundled();
    }
    try {
      byte[] content = BoundedFile.read(configuration, MAX_CONFIGURATION_BYTES);
      return FeedsConfiguration.parse(new String(content, StandardCharsets.UTF_8));
    } catch (BoundedFile.TooLargeException tooLarge) {
      throw new InputException(
          "configuration "
              + configuration
              + ": larger than "
              + (MAX_CONFIGURATION_BYTES >> 20)
              + " MiB",
          tooLarge);
    } catch (InvalidConfigurationException wrong) {
      throw new InputException("configuration " + configuration + ": " + wrong.getMessage(), wrong);
    } catch (IOException unreadable) {
      throw new InputException(
          "configuration " + configuration + " cannot be read: " + IoFailure.words(unreadable),
          unreadable);
    }
  }

  /// Nothing else was to be expected, so that one line says it for all feeds.
  private void reportOffline(UpdateResult result) {
    if (result.usable()) {
      List<FileOutcome> outcomes =
          result.outcomes().values().stream().flatMap(List::stream).toList();
      long missing = outcomes.stream().filter(FileOutcome.Missing.class::isInstance).count();
      say(
          "offline: nothing was fetched; of %d files %d are here from before"
              .formatted(outcomes.size(), outcomes.size() - missing));
    }
  }

  /// One line for each feed and reason, however many files it is about.
  private void report(UpdateResult result) {
    Map<String, List<CachePath>> troubles = new LinkedHashMap<>();
    result
        .outcomes()
        .forEach(
            (feed, outcomes) -> {
              for (FileOutcome outcome : outcomes) {
                trouble(outcome)
                    .ifPresent(
                        what ->
                            troubles
                                .computeIfAbsent(feed.id() + ": " + what, key -> new ArrayList<>())
                                .add(outcome.path()));
              }
            });
    troubles.forEach(
        (what, paths) ->
            say(
                what
                    + " ("
                    + (paths.size() == 1
                        ? paths.getFirst().value()
                        : paths.size() + " files, the first is " + paths.getFirst())
                    + ")"));
    result.notFetched().forEach(left -> say("not fetched: " + left.what() + ": " + left.reason()));
  }

  private static Optional<String> trouble(FileOutcome outcome) {
    return switch (outcome) {
      case FileOutcome.KeptOld(var _, String reason) ->
          Optional.of("kept the older version: " + reason);
      case FileOutcome.Missing(var _, String reason) -> Optional.of("missing: " + reason);
      case FileOutcome.Fetched _, FileOutcome.Unchanged _, FileOutcome.NotPublished _ ->
          Optional.empty();
    };
  }

  /// A feed that is missing altogether leaves vulnerabilities unknown, and an update that reached
  /// nobody leaves the new ones so: these are gaps, no successes. Offline, nobody was to be
  /// reached.
  private ExitCode exitCode(UpdateResult result) {
    boolean missing = result.failures().stream().anyMatch(FileOutcome.Missing.class::isInstance);
    boolean nobodyReached = !common.offline && !result.reachedAny();
    return missing || nobodyReached ? ExitCode.NOT_EVALUATED : ExitCode.DONE;
  }

  private void say(String line) {
    if (!common.quiet) {
      terminal.error("assay: " + line);
    }
  }
}
