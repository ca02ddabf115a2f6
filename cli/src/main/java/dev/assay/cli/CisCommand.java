package dev.assay.cli;

import dev.assay.agent.benchmark.HostPlatform;
import dev.assay.agent.benchmark.ReportedBenchmark;
import dev.assay.inventory.host.LocalScripts;
import dev.assay.inventory.host.TreeHost;
import dev.assay.report.PlainText;
import dev.assay.scap.evaluation.BenchmarkEvaluation;
import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.evaluation.RuleResult;
import dev.assay.scap.output.ResultWriter;
import dev.assay.scap.probe.Semantics;
import dev.assay.scap.source.RuleProse;
import dev.assay.scap.xccdf.Benchmark;
import dev.assay.scap.xccdf.Profile;
import dev.assay.scap.xccdf.RuleStatus;
import dev.assay.scap.xml.MalformedContentException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final Path ROOT = Path.of("/");
  private static final Duration LONGEST_SCRIPT = Duration.ofMinutes(5);
  private static final List<String> SEVERITIES = List.of("info", "low", "medium", "high");

  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "TARGET",
      description =
          "A root file system; / is this machine. Several are evaluated with the content read once.")
  List<Path> targets = new ArrayList<>();

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
      names = "--allow-scripts",
      description =
          "Run the content's own scripts (SCE) on this machine, as you. Only for / and content that"
              + " you trust.")
  boolean allowScripts;

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
      description =
          "Write to this file instead of standard output; of several targets, to a directory with"
              + " a file for each.")
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
    if (targets.isEmpty() || name.isEmpty()) {
      throw new InputException("cis needs a TARGET and a --profile, or --list-profiles");
    }
    String asked = benchmark.profile(name);
    check(benchmark, asked);
    CisOutput results = new CisOutput(terminal, output, targets, format);
    BenchmarkContent changed = changes.of(benchmark, asked);
    ResultWriter writer = format.writer(changed, changes.profile(asked));
    Map<String, RuleProse> prose =
        submit.url == null ? Map.of() : changed.prose(changes.profile(asked));
    boolean failed = false;
    boolean nothing = false;
    for (Path target : targets) {
      Instant begun = Instant.now();
      BenchmarkResult result =
          evaluate(changed, target, changes.profile(asked)).waived(changes.waivers());
      if (earlier != null) {
        result = result.comparedWith(EarlierResult.read(earlier));
      }
      results.write(writer, result, target);
      if (submit.url != null) {
        new EvidenceSubmission(terminal, submit)
            .handIn(ReportedBenchmark.of(result, prose, HostPlatform.of(target), begun), target);
      }
      failed |= isFailure(result);
      nothing |= isNothing(result, target);
    }
    return (failed ? ExitCode.FINDINGS : nothing ? ExitCode.NOT_EVALUATED : ExitCode.DONE).number();
  }

  /// Complains before anything is evaluated.
  private void check(BenchmarkContent benchmark, String asked) {
    submit.check(targets.size());
    if (submit.url != null) {
      requireLevel(benchmark.content().benchmark(), asked);
    }
    if (earlier != null && targets.size() > 1) {
      throw new InputException("--compare is for one target, not " + targets.size());
    }
    if (allowScripts && strict) {
      throw new InputException("--allow-scripts is not for --strict, which runs no scripts");
    }
    for (Path target : targets) {
      if (allowScripts && !target.equals(ROOT)) {
        throw new InputException(
            "--allow-scripts is for / alone: a script looks at this machine, not at " + target);
      }
      if (!Files.isDirectory(target)) {
        throw new InputException("target " + target + " is not a directory");
      }
    }
  }

  private static void requireLevel(Benchmark benchmark, String asked) {
    if (ReportedBenchmark.level(benchmark, asked).isEmpty()) {
      throw new InputException(
          "--submit takes CIS profiles, whose titles say Level 1 or Level 2, not: "
              + ReportedBenchmark.title(benchmark, asked));
    }
  }

  private void list(List<Profile> profiles) {
    PrintWriter out = new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8);
    profiles.forEach(each -> out.println(PlainText.line(each.id() + " " + each.title())));
  }

  private BenchmarkResult evaluate(BenchmarkContent benchmark, Path root, String name)
      throws IOException {
    try {
      return BenchmarkEvaluation.evaluate(
          benchmark.content(),
          name,
          TreeHost.at(root),
          strict ? Semantics.OPENSCAP : Semantics.EVIDENCE,
          allowScripts ? Optional.of(new LocalScripts(LONGEST_SCRIPT)) : Optional.empty());
    } catch (MalformedContentException malformed) {
      throw new InputException("content " + content + ": " + malformed.getMessage(), malformed);
    }
  }

  private boolean isFailure(BenchmarkResult result) {
    return result.rules().stream().anyMatch(rule -> isFailure(rule, result));
  }

  private boolean isNothing(BenchmarkResult result, Path target) {
    boolean nothing =
        result.rules().stream()
            .allMatch(
                rule ->
                    rule.status() == RuleStatus.NOTAPPLICABLE
                        || rule.status() == RuleStatus.NOTCHECKED);
    if (nothing) {
      terminal.error("assay: no rule of the profile applies to " + target);
    }
    return nothing;
  }

  private boolean isFailure(RuleResult rule, BenchmarkResult result) {
    return failOn != null
        && rule.isFailureOn(result.day())
        && SEVERITIES.indexOf(rule.severity()) >= SEVERITIES.indexOf(failOn);
  }
}
