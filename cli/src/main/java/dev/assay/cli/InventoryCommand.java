package dev.assay.cli;

import dev.assay.agent.collect.EvidenceShape;
import dev.assay.agent.collect.ObservedRuntime;
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
          "Instead of what is installed, what scan --submit hands in of this machine's sockets and"
              + " processes, as JSON on standard output; the one target is /.")
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
    List<ReadTarget> read =
        targets.size() == 1 ? new TargetsReader(ssh, common).read(targets) : List.of();
    if (read.isEmpty() || !read.getFirst().isLive()) {
      throw new InputException("--runtime looks at this machine, whose name is /, and at no other");
    }
    RuntimeSample sample = LiveRuntime.sample(read.getFirst().inventory());
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
