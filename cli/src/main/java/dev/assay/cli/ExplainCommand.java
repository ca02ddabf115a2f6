package dev.assay.cli;

import dev.assay.match.VulnerabilityMatcher;
import dev.assay.model.Explanation;
import dev.assay.model.Inventory;
import dev.assay.model.NotEvaluated;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay explain`: why a vulnerability is, or is not, reported.
@Command(
    name = "explain",
    description = "Says why a vulnerability is, or is not, reported for a target.")
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "1",
      paramLabel = "TARGET",
      description = "A root file system; / is this machine, ssh://[user@]host[:port]/ another one.")
  Target target = new DiskTarget(Path.of("/"));

  @Option(
      names = "--vulnerability",
      required = true,
      paramLabel = "ID",
      description = "The vulnerability, such as CVE-2024-3094.")
  String vulnerability = "";

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "Only this binary or source package.")
  @Nullable String packageName;

  @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json.")
  String format = "table";

  @Mixin DatabaseOption database = new DatabaseOption();
  @Mixin SshOptions ssh = new SshOptions();
  @Mixin CommonOptions common = new CommonOptions();

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!format.equals("table") && !format.equals("json")) {
      throw new InputException("explain has no format " + format + "; there are table, json");
    }
    ssh.check();
    VulnerabilityId id = VulnerabilityName.parse(vulnerability);
    try (VulnerabilityDatabase advisories = database.open()) {
      Inventory inventory =
          new TargetsReader(ssh, common).read(List.of(target)).getFirst().inventory();
      VulnerabilityMatcher matcher =
          new VulnerabilityMatcher(advisories, LocalDate.now(ZoneOffset.UTC));
      List<Explanation> explanations = matcher.explain(inventory, id, packageName);
      Explained explained = new Explained(inventory, id, packageName, explanations, advisories);
      if (format.equals("json")) {
        new ExplanationJson(explained).write(terminal.out());
      } else {
        TextPage page = new TextPage(terminal.out(), terminal.width());
        new ExplanationText(explained, page).write();
        page.flush();
      }
      boolean whole =
          inventory.notEvaluated().stream().anyMatch(gap -> gap.gap() == NotEvaluated.Gap.WHOLE)
              || !explained.isJudged();
      return (whole ? ExitCode.NOT_EVALUATED : ExitCode.DONE).number();
    }
  }
}
