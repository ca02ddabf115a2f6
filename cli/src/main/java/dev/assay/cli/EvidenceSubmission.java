package dev.assay.cli;

import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.EvidenceStatus;
import dev.assay.model.Assessment;
import dev.assay.model.Inventory;
import dev.assay.model.runtime.RuntimeSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Hands in what a scan read, and says what became of it on standard error.
final class EvidenceSubmission {
  private static final int LONGEST_NAME = 253;

  private final Terminal terminal;
  private final SubmitOptions options;
  private final EvidenceClient client;

  EvidenceSubmission(Terminal terminal, SubmitOptions options) {
    this.terminal = terminal;
    this.options = options;
    this.client =
        new EvidenceClient(
            Objects.requireNonNull(options.url), new AwsEnvironment(System.getenv()));
  }

  void handIn(List<Assessment> assessments) {
    for (Assessment assessment : assessments) {
      Inventory inventory = assessment.inventory();
      String id = resource(inventory);
      EvidenceStatus status = client.submit(id, options.tags, inventory);
      terminal.error(
          "assay: "
              + id
              + (status.equals(EvidenceStatus.UNCHANGED)
                  ? ": nothing has changed since it was last handed in"
                  : ": handed in"));
    }
  }

  /// Hands in what the running ones among the targets do.
  void handInRuntime(List<Assessment> assessments) {
    for (Assessment assessment : assessments) {
      Inventory inventory = assessment.inventory();
      if (LiveRuntime.isOf(inventory)) {
        RuntimeSample sample = LiveRuntime.sample(inventory);
        String id = resource(inventory);
        client.submit(id, options.tags, ObservedRuntime.of(sample));
        terminal.error(
            "assay: "
                + id
                + ": handed in what it does: "
                + sample.listening().size()
                + " sockets that listen, "
                + sample.processes().size()
                + " processes");
      }
    }
  }

  /// Hands in what a benchmark said of a target.
  void handIn(BenchmarkResults results, Path target) {
    String id = resource(target);
    int answered = client.submit(id, options.tags, results);
    terminal.error("assay: " + id + ": handed in; scans that waited for it: " + answered);
  }

  private String resource(Inventory inventory) {
    return resource(Path.of(inventory.target()));
  }

  private String resource(Path target) {
    if (options.resource != null) {
      return options.resource;
    }
    return hostName(target).orElse(target.toString());
  }

  private static Optional<String> hostName(Path root) {
    try {
      return Files.readAllLines(root.resolve("etc/hostname")).stream()
          .map(String::strip)
          .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
          .findFirst();
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
