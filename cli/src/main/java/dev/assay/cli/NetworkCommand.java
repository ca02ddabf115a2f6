package dev.assay.cli;

import dev.assay.network.Answer;
import dev.assay.network.Candidate;
import dev.assay.network.Change;
import dev.assay.network.Exposures;
import dev.assay.network.JoinedVpcs;
import dev.assay.network.Places;
import dev.assay.network.Question;
import dev.assay.network.packet.Protocol;
import dev.assay.network.packet.Services;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay network`: what can be reached from outside, and why; or one question.
@Command(
    name = "network",
    description =
        "Proves from a directory of AWS describe-* JSON which ports can be reached from outside;"
            + " with --from and --to, answers one question.")
final class NetworkCommand implements Callable<Integer> {
  private static final int BUFFER = 64 * 1024;
  private final Terminal terminal;

  /// How to write the result.
  enum Format {
    TABLE,
    JSON,
    SVG,
    HTML
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "SNAPSHOT",
      description = "A directory, or one file, of that JSON.")
  @Nullable Path given;

  @Mixin AwsOptions aws = new AwsOptions();

  @Option(
      names = "--from",
      paramLabel = "PLACE",
      description =
          "internet, an address, or the id of an instance, interface, subnet, VPC or gateway.")
  @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "PLACE",
      description =
          "An address, or the id of an instance, interface, subnet or VPC. Without it, '--from"
              + " internet' lists everything that is open from there.")
  @Nullable String to;

  @Option(names = "--port", paramLabel = "N", description = "Only this port; otherwise all.")
  @Nullable Integer port;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description = "tcp, udp, icmp, icmpv6 or a number; otherwise all.")
  @Nullable String protocol;

  @Option(names = "--vpc", paramLabel = "ID", description = "The VPC that addresses belong to.")
  @Nullable String vpc;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table (the default), json, svg or html.")
  Format format = Format.TABLE;

  @Option(
      names = "--what-if",
      paramLabel = "CHANGE",
      description =
          "What a change would open and close: describe-* JSON that replaces or adds, with Remove,"
              + " AuthorizeSecurityGroupIngress or RevokeSecurityGroupIngress beside it.")
  @Nullable Path whatIf;

  @Option(
      names = "--submit",
      paramLabel = "URL",
      description =
          "Also hand the snapshot in to the Assay service at URL: its instances become resources"
              + " there. Signed with the credentials that the AWS CLI uses.")
  @Nullable String submit;

  @Option(
      names = "--resource",
      paramLabel = "NAME",
      description =
          "The network's name in the service, under which a later snapshot takes this one's place."
              + " Default: network.")
  @Nullable String resource;

  @Mixin CommonOptions common = new CommonOptions();

  NetworkCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if ((from == null) != (to == null) && !listsInternet()) {
      throw new InputException(
          "a question needs both --from and --to; only 'internet' may be asked for without --to");
    }
    Services services = asked();
    if (to == null && !services.equals(Services.ALL)) {
      throw new InputException("--port and --protocol belong to a question: add --from and --to");
    }
    checkSubmission();
    aws.check(given);
    if (aws.live && common.offline) {
      throw new InputException("--aws opens connections, --offline forbids them");
    }
    if (given != null) {
      return answer(given, services);
    }
    Path collected = collected();
    try {
      return answer(collected, services);
    } finally {
      aws.discard(collected);
    }
  }

  private Path collected() throws IOException {
    boolean shown = common.showsProgress(terminal);
    try {
      return aws.collect(
          call -> {
            if (shown) {
              terminal.err().print("\r\033[K" + call);
              terminal.err().flush();
            }
          });
    } finally {
      if (shown) {
        terminal.err().print("\r\033[K");
        terminal.err().flush();
      }
    }
  }

  private int answer(Path snapshot, Services services) throws IOException {
    SnapshotDirectory.Read all = SnapshotDirectory.read(snapshot);
    NetworkSnapshot read = all.snapshot();
    if (submit != null) {
      new NetworkSubmission(terminal, submit, resource == null ? "network" : resource)
          .handIn(SnapshotDirectory.files(snapshot));
    }
    OutputStream out = new BufferedOutputStream(terminal.out(), BUFFER);
    if (whatIf != null) {
      change(snapshot, read, services, out, whatIf);
      out.flush();
      return ExitCode.DONE.number();
    }
    ExitCode code =
        from == null || to == null ? all(snapshot, all, out) : one(read, from, to, services, out);
    out.flush();
    return code.number();
  }

  private void checkSubmission() {
    if (submit == null && resource != null) {
      throw new InputException("--resource goes with --submit");
    }
    if (submit != null && whatIf != null) {
      throw new InputException("--submit hands in what is, --what-if asks for what is not");
    }
  }

  private Services asked() {
    try {
      return Question.services(
          Optional.ofNullable(protocol).map(Protocol::parse), Optional.ofNullable(port));
    } catch (IllegalArgumentException wrong) {
      throw new InputException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /// Whether everything is asked for that can be reached from the internet.
  private boolean listsInternet() {
    return "internet".equals(from) && to == null && whatIf == null;
  }

  private ExitCode all(Path snapshot, SnapshotDirectory.Read all, OutputStream out)
      throws IOException {
    NetworkSnapshot read = all.snapshot();
    NetworkSnapshot listed = listsInternet() ? read : new JoinedVpcs(read).bounded();
    Exposures exposures = listsInternet() ? Exposures.fromInternet(listed) : Exposures.of(listed);
    switch (format) {
      case JSON -> NetworkJson.write(out, snapshot.toString(), listed, exposures, all.listings());
      case TABLE -> NetworkText.write(out, terminal.width(), listed, exposures);
      case SVG ->
          text(
              out,
              NetworkPicture.of(
                  NetworkPaths.of(exposures).values().stream().flatMap(List::stream).toList()));
      case HTML -> text(out, NetworkPage.of(exposures, listed.gaps()));
    }
    return ExitCode.DONE;
  }

  private ExitCode one(
      NetworkSnapshot read, String source, String target, Services services, OutputStream out)
      throws IOException {
    Question question = question(read, source, target, services);
    Answer answer = question.answer(read);
    switch (format) {
      case JSON -> NetworkJson.write(out, question, read, answer);
      case TABLE -> NetworkText.write(out, terminal.width(), question, read, answer);
      case SVG -> text(out, NetworkPicture.of(NetworkPaths.of(answer)));
      case HTML -> text(out, NetworkPage.of(question, answer, read.gaps()));
    }
    return answer.outcome() == Candidate.Outcome.NOT_EVALUATED
        ? ExitCode.NOT_EVALUATED
        : ExitCode.DONE;
  }

  private Question question(NetworkSnapshot read, String source, String target, Services services) {
    try {
      Places places = new Places(read, Optional.ofNullable(vpc));
      return new Question(places.find(source), places.find(target), services);
    } catch (IllegalArgumentException unknown) {
      throw new InputException(String.valueOf(unknown.getMessage()), unknown);
    }
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void change(
      Path snapshot, NetworkSnapshot before, Services services, OutputStream out, Path file)
      throws IOException {
    NetworkSnapshot after = SnapshotDirectory.changed(snapshot, file);
    List<Change> changes =
        from == null || to == null
            ? Change.between(before, after)
            : Change.between(
                question(before, from, to, services).passing(before),
                question(after, from, to, services).passing(after));
    switch (format) {
      case JSON -> NetworkJson.write(out, changes, after.gaps());
      case TABLE -> NetworkText.write(out, terminal.width(), changes, after.gaps());
      case SVG, HTML -> throw new InputException("--what-if is written as table or json only");
    }
  }
}
