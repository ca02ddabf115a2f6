package dev.assay.cli;

import dev.assay.inventory.host.TreeHost;
import dev.assay.report.PlainText;
import dev.assay.scap.evaluation.BenchmarkEvaluation;
import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.evaluation.RuleResult;
import dev.assay.scap.output.ResultWriter;
import dev.assay.scap.probe.Semantics;
import dev.assay.scap.xccdf.Profile;
import dev.assay.scap.xccdf.RuleStatus;
import dev.assay.scap.xml.MalformedContentException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay cis`: a benchmark over a root file system.
@Command(
    name = "cis",
    description =
        "Evaluates a profile of a SCAP source datastream (CIS and others) over a root file system.")
final class CisCommand implements Callable<Integer> {
  private static final List<String> SEVERITIES = List.of("info", "low", "medium", "high");

  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "TARGET",
      description = "A root file system; / is this machine.")
  @Nullable Path target;

  @Option(
      names = "--content",
      paramLabel = "DATASTREAM",
      required = true,
      description =
          "A SCAP 1.2 or 1.3 source datastream, .xml or .xml.xz; best-practices is Assay's own.")
  Path content = Path.of("");

  @Option(
      names = "--profile",
      paramLabel = "ID",
      description = "The profile, by its whole id or the part after _profile_.")
  @Nullable String profile;

  @Option(names = "--list-profiles", description = "Only list the profiles of the content.")
  boolean listProfiles;

  @Option(
      names = "--strict",
      description = "Give OpenSCAP's results also where a host that is not running has no answer.")
  boolean strict;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "json (the default), csv, html, sarif, xccdf or arf; bash or ansible write the content's"
              + " fixes of what failed.")
  CisFormat format = CisFormat.JSON;

  @Option(
      names = "--tailoring",
      paramLabel = "FILE",
      description =
          "Changes of the benchmark: an XCCDF Tailoring (.xml), or YAML with 'rules' (on or off),"
              + " 'values' and 'waivers' ('rule', 'reason', 'expires').")
  @Nullable Path tailoring;

  @Option(
      names = "--compare",
      paramLabel = "EARLIER.json",
      description = "Show what differs from an earlier result.")
  @Nullable Path earlier;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to this file instead of standard output.")
  @Nullable Path output;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "Exit with 1 where a rule of this severity or above fails: low, medium, high.")
  @Nullable String failOn;

  @Mixin SubmitOptions submit = new SubmitOptions();

  @Mixin CommonOptions common = new CommonOptions();

  CisCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (failOn != null && !SEVERITIES.contains(failOn)) {
      throw new InputException("--fail-on " + failOn + ": there are low, medium, high");
    }
    CisTailoring changes = tailoring == null ? CisTailoring.none() : CisTailoring.read(tailoring);
    BenchmarkContent benchmark = BenchmarkContent.read(content).tailored(changes.xccdf());
    if (listProfiles) {
      list(benchmark.profiles());
      return ExitCode.DONE.number();
    }
    String name = profile == null ? changes.profile() : profile;
    if (target == null || name.isEmpty()) {
      throw new InputException("cis needs a TARGET and a --profile, or --list-profiles");
    }
    String asked = benchmark.profile(name);
    submit.check(1);
    if (submit.url != null) {
      ReportedBenchmark.check(benchmark, asked);
    }
    Instant begun = Instant.now();
    BenchmarkContent changed = changes.of(benchmark, asked);
    BenchmarkResult result =
        evaluate(changed, target, changes.profile(asked)).waived(changes.waivers());
    if (earlier != null) {
      result = result.comparedWith(EarlierResult.read(earlier));
    }
    write(result, target.toString(), changed);
    if (submit.url != null) {
      new EvidenceSubmission(terminal, submit)
          .handIn(ReportedBenchmark.of(result, TargetPlatform.of(target), begun), target);
    }
    return exitCode(result).number();
  }

  private void list(List<Profile> profiles) {
    PrintWriter out = new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8);
    profiles.forEach(each -> out.println(PlainText.line(each.id() + " " + each.title())));
  }

  private BenchmarkResult evaluate(BenchmarkContent benchmark, Path root, String name)
      throws IOException {
    if (!Files.isDirectory(root)) {
      throw new InputException("target " + root + " is not a directory");
    }
    try {
      return BenchmarkEvaluation.evaluate(
          benchmark.content(),
          name,
          TreeHost.at(root),
          strict ? Semantics.OPENSCAP : Semantics.EVIDENCE);
    } catch (MalformedContentException malformed) {
      throw new InputException("content " + content + ": " + malformed.getMessage(), malformed);
    }
  }

  private void write(BenchmarkResult result, String resource, BenchmarkContent benchmark)
      throws IOException {
    ResultWriter writer = format.writer(benchmark, result.profile());
    if (output == null) {
      OutputStream out = new BufferedOutputStream(terminal.out());
      writer.write(result, resource, out);
      out.flush();
      return;
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output))) {
      writer.write(result, resource, out);
    } catch (IOException failed) {
      throw new InputException(
          "output " + output + " cannot be written: " + IoFailure.words(failed), failed);
    }
  }

  private ExitCode exitCode(BenchmarkResult result) {
    if (result.rules().stream().anyMatch(rule -> isFailure(rule, result))) {
      return ExitCode.FINDINGS;
    }
    boolean nothing =
        result.rules().stream()
            .allMatch(
                rule ->
                    rule.status() == RuleStatus.NOTAPPLICABLE
                        || rule.status() == RuleStatus.NOTCHECKED);
    if (nothing) {
      terminal.error("assay: no rule of the profile applies to " + target);
      return ExitCode.NOT_EVALUATED;
    }
    return ExitCode.DONE;
  }

  private boolean isFailure(RuleResult rule, BenchmarkResult result) {
    return failOn != null
        && rule.isFailureOn(result.day())
        && SEVERITIES.indexOf(rule.severity()) >= SEVERITIES.indexOf(failOn);
  }
}
