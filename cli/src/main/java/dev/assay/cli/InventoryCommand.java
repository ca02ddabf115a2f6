package dev.assay.cli;

import dev.assay.agent.collect.EvidenceShape;
import dev.assay.agent.collect.ObservedRuntime;
import dev.assay.agentless.Behaviour;
import dev.assay.agentless.HostCollector.Interest;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.codec.ValueWriter;
import dev.assay.model.Inventory;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.runtime.RuntimeSample;
import dev.assay.report.InventoryReport;
import dev.assay.report.InventoryWriter;
import dev.assay.report.ReportFormat;
import dev.assay.report.TableStyle;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay inventory`: what is installed, as an SBOM.
@Command(
    name = "inventory",
    description = "Lists what is installed, as a table or as an SBOM (cyclonedx, spdx, json).")
final class InventoryCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "TARGET",
      description =
          "One or more root file systems or SBOM files; / is this machine,"
              + " ssh://[user@]host[:port]/ another one.")
  List<Target> targets = new ArrayList<>();

  @Option(
      names = "--runtime",
      description =
          "Instead of what is installed, what scan --submit hands in of a machine's sockets and"
              + " processes, as JSON on standard output; the one target is / or ssh://…/.")
  boolean runtime;

  @Mixin OutputOptions output = new OutputOptions();
  @Mixin SshOptions ssh = new SshOptions();
  @Mixin CommonOptions common = new CommonOptions();

  InventoryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (runtime) {
      return runtime().number();
    }
    output.check();
    ssh.check();
    TableStyle style = output.style(terminal, TableStyle.Folding.FOLDED);
    output.wanted().forEach(format -> writer(format, style));
    List<Inventory> inventories =
        new TargetsReader(ssh, common).read(targets).stream().map(ReadTarget::inventory).toList();
    InventoryReport report = new InventoryReport(AssayVersion.text(), Instant.now(), inventories);
    output.write(terminal, (format, out) -> writer(format, style).write(report, out));
    boolean whole =
        inventories.stream()
            .flatMap(inventory -> inventory.notEvaluated().stream())
            .anyMatch(gap -> gap.gap() == NotEvaluated.Gap.WHOLE);
    return (whole ? ExitCode.NOT_EVALUATED : ExitCode.DONE).number();
  }

  private ExitCode runtime() throws IOException {
    ssh.check();
    if (targets.size() != 1) {
      throw new InputException("--runtime looks at one machine, not at " + targets.size());
    }
    ReadTarget read =
        new TargetsReader(ssh, common).read(targets, Interest.PACKAGES_AND_BEHAVIOUR).getFirst();
    return switch (LiveRuntime.of(read)) {
      case Behaviour.Seen(RuntimeSample sample) -> shown(sample);
      case Behaviour.Unseen(String why) -> unseen(read, why);
      case Behaviour.Unasked unasked when read.place() == ReadTarget.Place.UNREACHED ->
          unseen(read, read.inventory().notEvaluated().getFirst().why());
      case Behaviour.Unasked unasked ->
          throw new InputException(
              "--runtime looks at this machine, whose name is /, and at others by ssh://; "
                  + read.inventory().target()
                  + " is no machine that runs");
    };
  }

  private ExitCode unseen(ReadTarget target, String why) {
    terminal.error("assay: " + target.inventory().target() + ": what it does was not seen: " + why);
    return ExitCode.NOT_EVALUATED;
  }

  private ExitCode shown(RuntimeSample sample) throws IOException {
    PrettyJson.write(
        terminal.out(),
        json ->
            new ValueWriter(json)
                .write(
                    EvidenceShape.content(),
                    new EvidenceContent.Runtime(ObservedRuntime.of(sample))));
    boolean whole = sample.notEvaluated().stream().anyMatch(gap -> gap.gap() == Gap.WHOLE);
    return whole ? ExitCode.NOT_EVALUATED : ExitCode.DONE;
  }

  private static InventoryWriter writer(ReportFormat format, TableStyle style) {
    return format
        .inventoryWriter(style)
        .orElseThrow(
            () ->
                new InputException(
                    "an inventory has no format "
                        + format.word()
                        + "; there are table, json, cyclonedx, spdx"));
  }
}
