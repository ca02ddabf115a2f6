package dev.assay.cli;

import dev.assay.network.Answer;
import dev.assay.network.Candidate;
import dev.assay.network.Change;
import dev.assay.network.Exposure;
import dev.assay.network.Exposures;
import dev.assay.network.Hop;
import dev.assay.network.PortWords;
import dev.assay.network.Question;
import dev.assay.network.RecognizedPorts;
import dev.assay.network.Remediation;
import dev.assay.network.RemediationWords;
import dev.assay.network.packet.TrafficSet;
import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.NetworkInterface;
import dev.assay.network.snapshot.NetworkSnapshot;
import dev.assay.report.PlainText;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Network reachability for people: the answer first, then each way, hop by hop.
final class NetworkText {
  private final TextPage page;

  private NetworkText(TextPage page) {
    this.page = page;
  }

  static void write(
      OutputStream out, int width, Question question, NetworkSnapshot read, Answer answer) {
    NetworkText text = new NetworkText(new TextPage(out, width));
    text.answer(question, answer);
    text.gaps(read.gaps());
    text.page.flush();
  }

  static void write(OutputStream out, int width, NetworkSnapshot read, Exposures exposures) {
    NetworkText text = new NetworkText(new TextPage(out, width));
    text.exposures(read, exposures);
    text.gaps(read.gaps());
    text.page.flush();
  }

  private void answer(Question question, Answer answer) {
    String outcome =
        switch (answer.outcome()) {
          case REACHABLE -> " is reachable from ";
          case NOT_REACHABLE -> " is not reachable from ";
          case NOT_EVALUATED -> ": not evaluated whether it is reachable from ";
        };
    words(
        "",
        question.to().id()
            + outcome
            + question.from().id()
            + ", asked for "
            + PortWords.of(question.services()));
    if (answer.ways().isEmpty()) {
      words("  ", "NO_PATH: nothing joins the two");
    }
    for (Answer.Judged way : answer.ways(Candidate.Outcome.REACHABLE)) {
      open(way);
    }
    for (Remediation remediation : answer.remediations()) {
      RemediationWords.of(remediation).forEach(line -> words("  to close it: ", line));
    }
    for (Answer.Judged way : answer.ways()) {
      Hop hop = way.judgement().decisive();
      if (way.judgement().outcome() != Candidate.Outcome.REACHABLE) {
        String verb =
            way.judgement().outcome() == Candidate.Outcome.NOT_REACHABLE
                ? ": blocked by "
                : ": undecided at ";
        words(
            "  ",
            way.candidate().source()
                + " to "
                + way.candidate().address()
                + verb
                + hop.id()
                + ", "
                + hop.code()
                + ": "
                + hop.text());
      }
    }
  }

  private void open(Answer.Judged way) {
    Candidate candidate = way.candidate();
    TrafficSet traffic = way.passes();
    words(
        "  ",
        candidate.source()
            + " to "
            + candidate.address()
            + ": "
            + PortWords.of(traffic.anywhere()));
    words("    from ", PortWords.sources(traffic));
    way.clientPorts().ifPresent(ports -> words("    ", ports.words()));
    for (Hop hop : candidate.trail().hops()) {
      words("    - ", hop.id() + ": " + hop.text());
    }
  }

  private void exposures(NetworkSnapshot read, Exposures exposures) {
    words(
        "",
        exposures.found().size()
            + " open port ranges on "
            + read.interfaces().size()
            + " interfaces of "
            + read.vpcs().size()
            + " VPCs, reachable from outside their VPC");
    for (Exposure exposure : exposures.found()) {
      page.blank();
      finding(exposure);
    }
    if (!exposures.undecided().isEmpty()) {
      page.blank();
      words("", "NOT DECIDED: these may be open, too");
      for (Candidate candidate : exposures.undecided()) {
        candidate.trail().hops().stream()
            .filter(hop -> !hop.unsure().isEmpty())
            .findFirst()
            .ifPresent(
                hop ->
                    words(
                        "  ",
                        candidate.source()
                            + " to "
                            + candidate.destination().id()
                            + " "
                            + candidate.address()
                            + ": "
                            + hop.id()
                            + ": "
                            + hop.text()));
      }
    }
  }

  private void finding(Exposure exposure) {
    Candidate candidate = exposure.candidate();
    NetworkInterface end = candidate.destination();
    String recognized =
        exposure.recognized().stream().map(RecognizedPorts::word).collect(Collectors.joining(", "));
    words(
        String.format(Locale.ROOT, "%-14s", exposure.severity().name().toLowerCase(Locale.ROOT)),
        end.instanceId().orElse(end.id())
            + " "
            + candidate.address()
            + " "
            + PortWords.of(exposure.protocol(), exposure.ports())
            + (recognized.isEmpty() ? "" : " (" + recognized + ")")
            + " from "
            + candidate.source());
    words("  from ", PortWords.sources(exposure.traffic()));
    exposure.clientPorts().ifPresent(ports -> words("  ", ports.words()));
    words(
        "  path ",
        candidate.trail().hops().stream()
            .map(Hop::id)
            .distinct()
            .collect(Collectors.joining(" > ")));
    RemediationWords.of(exposure.remediation()).forEach(line -> words("  to close it: ", line));
  }

  static void write(OutputStream out, int width, List<Change> changes, List<Gap> gaps) {
    NetworkText text = new NetworkText(new TextPage(out, width));
    text.words("", changes.isEmpty() ? "the change opens and closes nothing" : "the change");
    for (Change change : changes) {
      text.change("  opens ", change, change.opened());
      text.change("  closes ", change, change.closed());
      if (change.undecided()) {
        text.words("  may open ", change.interfaceId() + " from " + change.source());
      }
    }
    text.gaps(gaps);
    text.page.flush();
  }

  private void change(String verb, Change change, TrafficSet what) {
    if (!what.isEmpty()) {
      words(
          verb,
          change.interfaceId()
              + " "
              + change.address()
              + ": "
              + PortWords.of(what.anywhere())
              + " from "
              + change.source()
              + ", "
              + PortWords.sources(what));
    }
  }

  private void gaps(List<Gap> gaps) {
    if (!gaps.isEmpty()) {
      page.blank();
      words("", "NOT EVALUATED");
      gaps.forEach(gap -> words("  ", gap.what() + ": " + gap.consequence()));
    }
  }

  /// Whatever the snapshot says is shown as text, and never moves the cursor.
  private void words(String start, String text) {
    page.words(start, PlainText.line(text));
  }
}
