package dev.assay.cli;

import dev.assay.agent.collect.ObservedRuntime;
import dev.assay.agentless.Behaviour;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceStatus;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.model.Inventory;
import dev.assay.model.runtime.RuntimeSample;
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
      if (target.place() == ReadTarget.Place.UNREACHED) {
        terminal.error("assay: " + inventory.target() + ": not handed in, for it was not reached");
        continue;
      }
      EvidenceResource host = SubmittedResource.of(target.names(), inventory.target(), options);
      SubmitEvidenceResponse answer = client.submit(host, target.way(), options.tags, inventory);
      terminal.error(
          "assay: "
              + named(host, answer)
              + (answer.status().equals(EvidenceStatus.UNCHANGED)
                  ? ": nothing has changed since it was last handed in"
                  : ": handed in"));
    }
  }

  /// Hands in what the running ones among the targets do, and what the others would run.
  void handInRuntime(List<ReadTarget> targets) {
    for (ReadTarget target : targets) {
      switch (LiveRuntime.of(target)) {
        case Behaviour.Unasked unasked -> {}
        case Behaviour.Unseen(String why) ->
            terminal.error(
                "assay: " + target.inventory().target() + ": what it does was not seen: " + why);
        case Behaviour.Seen(RuntimeSample sample) -> handIn(target, sample);
      }
    }
  }

  private void handIn(ReadTarget target, RuntimeSample sample) {
    EvidenceResource host =
        SubmittedResource.of(target.names(), target.inventory().target(), options);
    SubmitEvidenceResponse answer =
        client.submit(host, target.way(), options.tags, ObservedRuntime.of(sample));
    terminal.error(
        "assay: "
            + named(host, answer)
            + (sample.isAtRest()
                ? ": handed in what it would run: " + sample.resting().size() + " programs"
                : ": handed in what it does: "
                    + sample.listening().size()
                    + " sockets that listen, "
                    + sample.processes().size()
                    + " processes"));
  }

  /// Hands in what a benchmark said of a target.
  void handIn(BenchmarkResults results, Path target) {
    EvidenceResource host =
        SubmittedResource.of(TargetReader.names(target), target.toString(), options);
    SubmitEvidenceResponse answer =
        client.submit(host, TargetReader.way(target), options.tags, results);
    terminal.error(
        "assay: "
            + named(host, answer)
            + ": handed in; scans that waited for it: "
            + Objects.requireNonNullElse(answer.answeredScans(), 0));
  }

  /// The service knows what a machine is called that was not named here.
  private static String named(EvidenceResource host, SubmitEvidenceResponse answer) {
    return Objects.requireNonNullElse(answer.resourceId(), String.valueOf(host.id()));
  }
}
