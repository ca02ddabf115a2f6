package dev.assay.agent.benchmark;

import dev.assay.agent.collect.EvidenceShape;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.codec.ValueReader;
import dev.assay.awsapi.codec.Violations;
import dev.assay.awsapi.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Evaluates in a process of its own, of the same Java and the same class path as the agent's. What
/// it says goes through a file of the state directory, which is private.
public final class ChildEvaluations implements Evaluations {
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final long LARGEST = 16L << 20;
  private static final String NATIVE = "ZstdNativePath";

  private final Path root;
  private final List<Path> content;
  private final Path said;

  /// Evaluations.
  ///
  /// @param root of the host's file system
  /// @param content directories of it
  /// @param said a file that may be written over
  public ChildEvaluations(Path root, List<Path> content, Path said) {
    this.root = root;
    this.content = List.copyOf(content);
    this.said = said;
  }

  @Override
  public Running start(Asked asked, Instant at) throws IOException {
    Files.deleteIfExists(said);
    ProcessBuilder builder = new ProcessBuilder(command(asked, at));
    // What tells of proxies and the like is none of its business: it opens no connection.
    builder.environment().keySet().retainAll(List.of("LC_ALL", "LANG", "PATH", "TZ"));
    builder.redirectOutput(said.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Child(process, said, System.nanoTime());
  }

  private List<String> command(Asked asked, Instant at) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms16m",
            "-Xmx256m",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED"));
    String library = System.getProperty(NATIVE);
    if (library != null) {
      words.add("-D" + NATIVE + "=" + library);
    }
    words.addAll(
        List.of("-cp", System.getProperty("java.class.path"), EvaluationMain.class.getName()));
    words.addAll(List.of(root.toString(), asked.name(), at.toString()));
    content.forEach(directory -> words.add(directory.toString()));
    return words;
  }

  /// A process that evaluates.
  private record Child(Process process, Path said, long begun) implements Running {
    @Override
    public Optional<Outcome> outcome() {
      if (process.isAlive()) {
        if (System.nanoTime() - begun < LONGEST.toNanos()) {
          return Optional.empty();
        }
        stop();
        return Optional.of(
            new Outcome.Failed(
                "the evaluation took longer than " + LONGEST.toMinutes() + " minutes"));
      }
      try {
        if (Files.size(said) > LARGEST) {
          return Optional.of(
              new Outcome.Failed("the evaluation said more than " + (LARGEST >> 20) + " MiB"));
        }
        return Optional.of(read(process.exitValue(), Files.readAllBytes(said)));
      } catch (IOException unreadable) {
        return Optional.of(
            new Outcome.Failed(
                "what the evaluation said cannot be read: " + unreadable.getMessage()));
      } finally {
        discard();
      }
    }

    private static Outcome read(int status, byte[] text) {
      return switch (status) {
        case EvaluationMain.EVALUATED -> new Outcome.Evaluated(content(text).value());
        case EvaluationMain.NO_CONTENT ->
            new Outcome.NoContent(new String(text, StandardCharsets.UTF_8));
        case EvaluationMain.FAILED -> new Outcome.Failed(new String(text, StandardCharsets.UTF_8));
        default -> new Outcome.Failed("the process that evaluates ended with " + status);
      };
    }

    @Override
    public void stop() {
      process.destroyForcibly();
      discard();
    }

    private void discard() {
      try {
        Files.deleteIfExists(said);
      } catch (IOException stuck) {
        System.getLogger(ChildEvaluations.class.getName())
            .log(System.Logger.Level.DEBUG, "it is written over by the next", stuck);
      }
    }
  }

  private static EvidenceContent.Benchmark content(byte[] text) {
    Object read =
        new ValueReader(
                AssayApi.schema().types(), ValueReader.Strictness.TYPES_ONLY, new Violations())
            .read(EvidenceShape.content(), JsonReader.read(text), dev.assay.awsapi.codec.Path.ROOT);
    if (read instanceof EvidenceContent.Benchmark benchmark) {
      return benchmark;
    }
    throw new IllegalStateException("the process that evaluates said something else than evidence");
  }
}
