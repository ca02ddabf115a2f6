package dev.assay.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `assay serve` as a process of its own, on a free port, answering already.
///
/// @param said what it printed before it was ready
record ServedProcess(Process process, String url, List<String> said) implements AutoCloseable {
  private static final String READY = "Assay is ready at ";

  /// For tests that ask as fast as they can, so that they are not told to ask more slowly.
  static final Map<String, String> UNLIMITED =
      Map.of("ASSAY_RATE_REQUESTS", "1000000", "ASSAY_RATE_BURST", "1000000");

  /// Starts it on a data directory.
  static ServedProcess start(Path directory, String... settings) throws IOException {
    return start(directory, Map.of(), settings);
  }

  /// Starts it on a copy of prepared data, which is much quicker where nothing hangs on a first
  /// start.
  ///
  /// @param directory empty
  static ServedProcess startPrepared(Path directory, String... settings) throws IOException {
    PreparedData.copyTo(directory);
    return start(directory, settings);
  }

  /// Starts it.
  ///
  /// @param environment of the process, beside this one's own
  static ServedProcess start(Path directory, Map<String, String> environment, String... settings)
      throws IOException {
    Process process = launch(directory, environment, settings);
    List<String> said = new ArrayList<>();
    // Not closed: that would end the process's output for good.
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new ServedProcess(process, line.substring(READY.length()), said);
      }
      said.add(line);
    }
    throw new AssertionError("it ended without being ready, having said " + said);
  }

  /// Begins to start it, without waiting.
  static Process launch(Path directory, Map<String, String> environment, String... settings)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("serve", "--data", directory.toString()));
    words.addAll(List.of("--port", "0", "--access-log", "off"));
    words.addAll(List.of(settings));
    ProcessBuilder serve = forked(words.toArray(String[]::new));
    serve.environment().putAll(environment);
    return serve.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// The program in a process of its own, as the tests' class path has it.
  static ProcessBuilder forked(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.assay.cli.Main"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command);
  }

  /// Hands in the evidence of a target, as a person would.
  ///
  /// @param credentials of an access key, in AWS's own format
  static void submit(String url, Path credentials, Path target, String resource, String tag) {
    try {
      ProcessBuilder scan =
          forked(
              "scan",
              target.toString(),
              "--submit",
              url,
              "--resource",
              resource,
              "--tag",
              tag,
              "--quiet");
      scan.environment().put("AWS_SHARED_CREDENTIALS_FILE", credentials.toString());
      scan.environment().put("AWS_DEFAULT_REGION", "eu-central-1");
      Process process =
          scan.redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError("scan ended with " + process.exitValue());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /// Ends it at once: no code of it runs any more.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("it did not end in a minute after SIGTERM");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
