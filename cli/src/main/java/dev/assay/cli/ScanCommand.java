package dev.assay.cli;

import dev.assay.agentless.HostCollector.Interest;
import dev.assay.match.VulnerabilityMatcher;
import dev.assay.model.Assessment;
import dev.assay.model.NotEvaluated;
import dev.assay.model.Severity;
import dev.assay.report.ScanReport;
import dev.assay.report.Suppression;
import dev.assay.report.TableStyle;
import dev.assay.report.TableStyle.Folding;
import dev.assay.report.View;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay scan`: inventory and vulnerabilities of root file systems and bills of materials.
@Command(
    name = "scan",
    description = "Says what is vulnerable in a root file system, an SBOM, or in this machine (/).")
final class ScanCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "TARGET",
      description =
          "One or more root file systems or SBOM files; / is this machine,"
              + " ssh://[user@]host[:port]/ another one.")
  List<Target> targets = new ArrayList<>();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "What the targets are: rootfs or dir, which are the same in this version, or sbom."
              + " Default: what each one is.")
  @Nullable String kind;

  @Mixin DatabaseOption database = new DatabaseOption();
  @Mixin SubmitOptions submit = new SubmitOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin SshOptions ssh = new SshOptions();
  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--all",
      description = "One row of the table for each vulnerability, nothing folded.")
  boolean unfolded;

  @Option(
      names = "--no-runtime",
      description =
          "With --submit: hand in packages only, not sockets, processes and how programs are built.")
  boolean withoutRuntime;

  @Option(
      names = "--severity",
      paramLabel = "LEVEL",
      converter = SeverityConverter.class,
      description =
          "The least severity to show: critical, high, medium, low, informational or untriaged (the"
              + " default, shows all).")
  Severity least = Severity.UNTRIAGED;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      converter = SeverityConverter.class,
      description = "Exit with 1 where a finding is of this severity or worse, shown or not.")
  @Nullable Severity failOn;

  @Option(
      names = "--ignore-unfixed",
      description = "Hide (and do not fail on) vulnerabilities that no available version mends.")
  boolean ignoreUnfixed;

  @Option(
      names = "--ignore-file",
      paramLabel = "FILE",
      description =
          "Decisions not to be told of a vulnerability: a YAML list of entries with 'vulnerability'"
              + " and 'reason', perhaps 'package' and 'expires' (YYYY-MM-DD).")
  @Nullable Path ignoreFile;

  ScanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    checkKind();
    output.check();
    ssh.check();
    submit.check(targets.size());
    List<Suppression> suppressions = ignoreFile == null ? List.of() : IgnoreFile.read(ignoreFile);
    View.Unfixed unfixed = ignoreUnfixed ? View.Unfixed.HIDDEN : View.Unfixed.SHOWN;
    try (VulnerabilityDatabase advisories = database.open()) {
      List<ReadTarget> read = new TargetsReader(ssh, common).read(targets, interest());
      ScanReport report = scan(read, advisories, new View(least, unfixed, suppressions));
      TableStyle style = output.style(terminal, unfolded ? Folding.UNFOLDED : Folding.FOLDED);
      output.write(terminal, (format, out) -> format.scanWriter(style).write(report, out));
      if (submit.url != null) {
        EvidenceSubmission submission = new EvidenceSubmission(terminal, submit);
        submission.handIn(read);
        if (interest() == Interest.PACKAGES_AND_BEHAVIOUR) {
          submission.handInRuntime(read);
        }
      }
      return exitCode(report, new View(Severity.UNTRIAGED, unfixed, suppressions)).number();
    }
  }

  /// What hosts do is of use to a service only.
  private Interest interest() {
    return submit.url == null || withoutRuntime
        ? Interest.PACKAGES
        : Interest.PACKAGES_AND_BEHAVIOUR;
  }

  private void checkKind() {
    if (kind == null) {
      return;
    }
    boolean directories =
        switch (kind) {
          case "rootfs", "dir" -> true;
          case "sbom" -> false;
          default ->
              throw new InputException("--kind " + kind + ": this version reads rootfs, dir, sbom");
        };
    for (Target target : targets) {
      boolean other =
          switch (target) {
            case DiskTarget(Path path) ->
                Files.exists(path) && Files.isDirectory(path) != directories;
            case HostTarget host -> !directories;
          };
      if (other) {
        throw new InputException(
            "--kind "
                + kind
                + ": "
                + target.name()
                + " is "
                + (directories ? "no" : "a")
                + " directory");
      }
    }
  }

  private static ScanReport scan(
      List<ReadTarget> targets, VulnerabilityDatabase advisories, View view) {
    Instant now = Instant.now();
    VulnerabilityMatcher matcher =
        new VulnerabilityMatcher(advisories, LocalDate.ofInstant(now, ZoneOffset.UTC));
    List<Assessment> assessments = new ArrayList<>();
    for (ReadTarget target : targets) {
      assessments.add(matcher.assess(target.inventory()));
    }
    return new ScanReport(
        AssayVersion.text(),
        now,
        advisories.info(),
        assessments,
        view,
        PackageManagerOrder::compare);
  }

  /// What is below `--severity` is not shown but still counts for `--fail-on`.
  private ExitCode exitCode(ScanReport report, View all) {
    if (failOn != null && report.with(all).hasFindingInUse(failOn)) {
      return ExitCode.FINDINGS;
    }
    boolean whole =
        report.assessments().stream()
            .flatMap(assessment -> assessment.notEvaluated().stream())
            .anyMatch(gap -> gap.gap() == NotEvaluated.Gap.WHOLE);
    return whole ? ExitCode.NOT_EVALUATED : ExitCode.DONE;
  }
}
