package dev.assay.inventory.host;

import dev.assay.scap.host.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Asks the systemd that runs on this machine for its units, with `systemctl`.
final class RunningUnits {
  /// What systemd itself looks for to tell whether it was booted with.
  private static final Path BOOTED = Path.of("/run/systemd/system");

  private static final int SECONDS = 30;
  private static final int ACTIVE = 2;

  private RunningUnits() {}

  static Reading<Map<String, String>> read() {
    if (!Files.isDirectory(BOOTED)) {
      return new Reading.Absent<>();
    }
    try {
      Process process =
          new ProcessBuilder(
                  "systemctl",
                  "list-units",
                  "--all",
                  "--full",
                  "--plain",
                  "--no-legend",
                  "--no-pager")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        return new Reading.Unreadable<>("systemctl list-units failed.");
      }
      return new Reading.Read<>(states(lines));
    } catch (IOException e) {
      return new Reading.Unreadable<>("systemctl cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reading.Unreadable<>("systemctl was interrupted.");
    }
  }

  /// The columns are unit, load state, active state, sub-state and description.
  static Map<String, String> states(String lines) {
    Map<String, String> states = new HashMap<>();
    lines
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length > ACTIVE)
        .forEach(columns -> states.put(columns[0], columns[ACTIVE]));
    return states;
  }
}
