package dev.assay.cli;

import dev.assay.agentless.HostName;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.EvidenceStatus;
import dev.assay.model.Inventory;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Hands in what a scan read, and says what became of it on standard error.
final class EvidenceSubmission {
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

  /// Hands in what was read; what could not be reached leaves the service's knowledge as it is.
  void handIn(List<ReadTarget> targets) {
    for (ReadTarget target : targets) {
      Inventory inventory = target.inventory();
      if (!target.reached()) {
        terminal.error("assay: " + inventory.target() + ": not handed in, for it was not reached");
        continue;
      }
      String id = resource(target.name(), inventory.target());
      EvidenceStatus status = client.submit(id, options.tags, inventory);
      terminal.error(
          "assay: "
              + id
              + (status.equals(EvidenceStatus.UNCHANGED)
                  ? ": nothing has changed since it was last handed in"
                  : ": handed in"));
    }
  }

  /// Hands in what a benchmark said of a target.
  void handIn(BenchmarkResults results, Path target) {
    String id = resource(TargetReader.name(target), target.toString());
    int answered = client.submit(id, options.tags, results);
    terminal.error("assay: " + id + ": handed in; scans that waited for it: " + answered);
  }

  private String resource(HostName name, String target) {
    return options.resource != null ? options.resource : name.value().orElse(target);
  }
}
