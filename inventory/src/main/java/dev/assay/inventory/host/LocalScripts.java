package dev.assay.inventory.host;

import dev.assay.scap.host.Scripts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs scripts on this machine, as the user that the program runs as: each from a private file
/// that is removed after it, with no variables of the program's own environment, for a bounded
/// time. Of what it says a bounded part is kept.
public final class LocalScripts implements Scripts {
  private static final String PATH = "/bin:/sbin:/usr/bin:/usr/local/bin:/usr/sbin";
  private static final int MOST_OUTPUT = 1 << 16;
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Duration longest;

  /// Scripts that may take so long.
  public LocalScripts(Duration longest) {
    this.longest = longest;
  }

  @Override
  public Run run(String script, Map<String, String> environment) {
    try {
      Path file =
          Files.createTempFile(
              "assay-sce-",
              ".sh",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try {
        Files.writeString(file, script);
        return run(file, environment);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      return new Run.Failed("it cannot be run: " + failure.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Run.Failed("it was interrupted");
    }
  }

  private Run run(Path file, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(file.toString()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("PATH", PATH);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    Process process = builder.start();
    Output output = new Output(process.getInputStream());
    boolean ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    // What it left running would hold its output open.
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    if (!ended) {
      process.destroyForcibly().waitFor();
      return new Run.Failed("it took longer than " + longest.toSeconds() + " seconds");
    }
    return new Run.Ended(process.exitValue(), output.text());
  }

  /// What a script says, read while it runs, so that it never waits for a reader.
  private static final class Output {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread reading;
    private boolean cut;

    Output(InputStream stream) {
      this.reading = Thread.ofVirtual().start(() -> read(stream));
    }

    private void read(InputStream stream) {
      byte[] buffer = new byte[1 << 13];
      try (stream) {
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
          keep(buffer, read);
        }
      } catch (IOException closed) {
        // What was said until then is what there is.
      }
    }

    private synchronized void keep(byte[] buffer, int read) {
      int room = Math.min(read, MOST_OUTPUT - kept.size());
      kept.write(buffer, 0, room);
      cut |= room < read;
    }

    String text() throws InterruptedException {
      reading.join(LAST_WORDS);
      synchronized (this) {
        return kept.toString(StandardCharsets.UTF_8) + (cut ? "\n…" : "");
      }
    }
  }
}
