package dev.assay.agent.benchmark;

import dev.assay.inventory.host.TreeHost;
import dev.assay.scap.evaluation.BenchmarkEvaluation;
import dev.assay.scap.host.Host;
import dev.assay.scap.probe.Semantics;
import dev.assay.scap.source.DataStream;
import dev.assay.scap.source.DataStreamReader;
import dev.assay.scap.source.RuleProse;
import dev.assay.scap.xccdf.Benchmark;
import dev.assay.scap.xccdf.Policy;
import dev.assay.scap.xccdf.Profile;
import dev.assay.scap.xml.MalformedContentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Evaluates a host with content that its owner put there. Whether content is for the host is what
/// the content's own platforms say of it.
final class HostEvaluation {
  private final Path root;
  private final Host host;
  private final ContentFiles content;
  private final String platform;
  private final List<String> unusable = new ArrayList<>();

  private HostEvaluation(Path root, Host host, ContentFiles content) {
    this.root = root;
    this.host = host;
    this.content = content;
    this.platform = HostPlatform.of(root).orElse("an unknown system");
  }

  /// Evaluates.
  ///
  /// @param root of the host's file system
  /// @param directories where content may be
  /// @throws IOException where the host or its own content cannot be read
  static Outcome evaluate(Path root, List<Path> directories, Asked asked, Instant at)
      throws IOException {
    HostEvaluation evaluation =
        new HostEvaluation(root, TreeHost.at(root), new ContentFiles(directories));
    return asked == Asked.BEST_PRACTICES ? evaluation.bestPractices(at) : evaluation.cis(asked, at);
  }

  private Outcome bestPractices(Instant at) throws IOException {
    return evaluated(BestPractices::open, read(BestPractices::open), BestPractices.PROFILE, at);
  }

  private Outcome cis(Asked asked, Instant at) throws IOException {
    for (Path file : content.nearest(platform)) {
      Source source = () -> ContentFiles.open(file);
      try {
        DataStream stream = read(source);
        Optional<String> profile = profile(stream.benchmark(), asked.levels());
        if (profile.isPresent() && BenchmarkEvaluation.isFor(stream, host, Semantics.EVIDENCE)) {
          return evaluated(source, stream, profile.get(), at);
        }
      } catch (IOException | MalformedContentException | NumberFormatException unreadable) {
        unusable.add(file + ": " + unreadable.getMessage());
      }
    }
    return new Outcome.NoContent(
        "there is no CIS content for "
            + platform
            + " in "
            + content
            + (unusable.isEmpty() ? "" : "; unusable: " + String.join("; ", unusable)));
  }

  /// The first profile of a level in the order of the levels; of several that of a server.
  private static Optional<String> profile(Benchmark benchmark, List<String> levels) {
    for (String level : levels) {
      List<Profile> all =
          benchmark.profiles().values().stream()
              .filter(
                  profile ->
                      ReportedBenchmark.level(benchmark, profile.id()).equals(Optional.of(level)))
              .filter(profile -> says(profile, "cis"))
              .toList();
      if (!all.isEmpty()) {
        return Optional.of(
            all.stream()
                .filter(profile -> says(profile, "server"))
                .findFirst()
                .orElse(all.getFirst())
                .id());
      }
    }
    return Optional.empty();
  }

  private static boolean says(Profile profile, String word) {
    return (profile.id() + " " + profile.title()).toLowerCase(Locale.ROOT).contains(word);
  }

  private Outcome evaluated(Source source, DataStream stream, String profile, Instant at)
      throws IOException {
    try (InputStream again = source.open()) {
      return new Outcome.Evaluated(
          ReportedBenchmark.of(
              BenchmarkEvaluation.evaluate(stream, profile, host, Semantics.EVIDENCE),
              RuleProse.read(again, Policy.of(stream.benchmark(), profile)),
              HostPlatform.of(root),
              at));
    }
  }

  private static DataStream read(Source source) throws IOException {
    try (InputStream stream = source.open()) {
      return DataStreamReader.read(stream);
    }
  }

  /// A datastream that can be read more than once.
  private interface Source {
    InputStream open() throws IOException;
  }
}
