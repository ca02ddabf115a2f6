package dev.assay.assessment.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.classic.behaviour.RuntimeEngine;
import dev.assay.assessment.classic.evaluation.ClassicSeverity;
import dev.assay.assessment.classic.evaluation.Evaluation;
import dev.assay.assessment.classic.evaluation.HostFinding;
import dev.assay.assessment.classic.evaluation.RuleFinding;
import dev.assay.assessment.classic.evaluation.Window;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.host.HostEvidence;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.runtime.RuntimeStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.runtime.Connection;
import dev.assay.model.runtime.Connection.Direction;
import dev.assay.model.runtime.Hardening;
import dev.assay.model.runtime.Hardening.ExecutableStack;
import dev.assay.model.runtime.Hardening.Relocations;
import dev.assay.model.runtime.Hardening.StackCookies;
import dev.assay.model.runtime.ListeningSocket;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.ProgramFile.OwningPackage;
import dev.assay.model.runtime.ProgramFile.Writers;
import dev.assay.model.runtime.RestingProgram;
import dev.assay.model.runtime.RunningProcess;
import dev.assay.model.runtime.RuntimeSample;
import dev.assay.model.runtime.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RuntimeEngineTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Reading READING = new Reading() {};
  private static final Resource WEB =
      new Resource(
          1,
          new ResourceKey(
              Tenant.of("111122223333", "eu-central-1"), ResourceType.HOST, "web-1.example"),
          ResourceDetails.Host.unknown(),
          Map.of(),
          NOW,
          NOW);
  private static final String TELNETD = "/usr/sbin/in.telnetd";
  private static final Writers ROOT_ONLY = new Writers(false, false, false);
  private static final Hardening HARDENED =
      hardening(StackCookies.PRESENT, ExecutableStack.REFUSED);

  private final List<RuntimeSample> samples = new ArrayList<>();

  @Test
  void of_a_host_at_rest_the_programs_that_it_would_run_are_judged() {
    samples.add(
        RuntimeSample.atRest(
            NOW,
            List.of(
                new RestingProgram(TELNETD, List.of("telnet.service"), false, true),
                new RestingProgram("/usr/bin/odd", List.of(), true, true)),
            List.of(
                new ProgramFile(
                    TELNETD,
                    new OwningPackage("inetutils-telnetd", "2:2.5-3"),
                    new Writers(false, false, true),
                    HARDENED),
                new ProgramFile(
                    "/usr/bin/odd",
                    null,
                    ROOT_ONLY,
                    hardening(StackCookies.ABSENT, ExecutableStack.REQUESTED))),
            List.of()));

    RuleFinding open = only("Root process with insecure permissions");
    assertThat(open.title())
        .isEqualTo(
            "Instance web-1.example would run /usr/sbin/in.telnetd as root from files that others"
                + " may change");
    assertThat(open.description())
        .startsWith(
            "The program /usr/sbin/in.telnetd of inetutils-telnetd 2:2.5-3 would run as root.")
        .endsWith("while the host did not run. What starts it: telnet.service.");
    assertThat(only("Software without DEP").description())
        .endsWith("What starts it: anybody, as root (set-user-ID).");
    assertThat(only("Software without stack cookies").title())
        .isEqualTo(
            "Instance web-1.example would run /usr/bin/odd, which does not support stack cookies");
    assertThat(reasons()).anyMatch(why -> why.contains("it was read at rest"));
  }

  @Test
  void a_telnet_server_is_named_with_its_process_package_and_socket() {
    samples.add(new Sketch(0).listens(Transport.TCP, "0.0.0.0", 23).hardened(TELNETD).sample());

    RuleFinding finding = only("Insecure server protocols");
    assertThat(finding.severity()).isEqualTo(ClassicSeverity.INFORMATIONAL);
    assertThat(finding.title())
        .isEqualTo("Instance web-1.example supports the insecure protocol Telnet");
    assertThat(finding.description())
        .startsWith(
            "The process in.telnetd (/usr/sbin/in.telnetd of inetutils-telnetd 2:2.5-3) listens on"
                + " TCP port 23 of 0.0.0.0, the port of Telnet");
    assertThat(finding.attributes())
        .contains(
            new Attribute("PROCESS_NAME", "in.telnetd"),
            new Attribute("PROCESS_ID", "7"),
            new Attribute("PACKAGE_NAME", "inetutils-telnetd"),
            new Attribute("PACKAGE_VERSION", "2:2.5-3"),
            new Attribute("PROTOCOL", "Telnet"),
            new Attribute("PORT", "23"),
            new Attribute("ADDRESS", "0.0.0.0"));
  }

  @Test
  void a_server_for_this_host_alone_and_the_same_port_of_another_transport_are_no_findings() {
    samples.add(
        new Sketch(0)
            .listens(Transport.TCP, "127.0.0.1", 25)
            .listens(Transport.TCP, "::1", 25)
            .listens(Transport.UDP, "0.0.0.0", 23)
            .hardened(TELNETD)
            .sample());
    assertThat(findings()).containsExactly(RuleFinding.nothing());
  }

  @Test
  void clients_are_judged_by_the_far_port_and_only_if_the_far_end_is_another_machine() {
    samples.add(
        new Sketch(0)
            .connects(Direction.OPENED, 513, false)
            .connects(Direction.OPENED, 21, false)
            .connects(Direction.OPENED, 23, true)
            .connects(Direction.ACCEPTED, 80, false)
            .hardened(TELNETD)
            .sample());
    assertThat(findings())
        .extracting(RuleFinding::id, RuleFinding::severity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Insecure client protocols (login)", ClassicSeverity.MEDIUM),
            org.assertj.core.groups.Tuple.tuple(
                "Insecure client protocols (general)", ClassicSeverity.LOW));
  }

  @Test
  void a_port_is_unused_only_if_no_sample_of_the_window_shows_a_connection() {
    samples.add(sketchOfPort8080(1).sample());
    samples.add(sketchOfPort8080(2).connects(Direction.ACCEPTED, 8080, false).sample());
    samples.add(sketchOfPort8080(3).sample());
    assertThat(findings()).containsExactly(RuleFinding.nothing());

    samples.remove(1);
    assertThat(only("Unused listening TCP ports").description())
        .contains("None of 2 samples from 2026-11-01T12:01:00Z to 2026-11-01T12:03:00Z");
  }

  @Test
  void one_look_is_not_enough_to_call_a_port_unused() {
    samples.add(sketchOfPort8080(1).sample());
    assertThat(findings()).containsExactly(RuleFinding.nothing());
    assertThat(reasons())
        .singleElement()
        .asString()
        .startsWith("Unused listening TCP ports were not looked for: only one sample");
  }

  @Test
  void samples_of_before_the_window_count_only_if_there_is_none_in_it() {
    samples.add(new Sketch(-60).listens(Transport.TCP, "0.0.0.0", 23).hardened(TELNETD).sample());
    assertThat(findings()).extracting(RuleFinding::id).contains("Insecure server protocols");

    samples.add(sketchOfPort8080(1).sample());
    assertThat(findings()).containsExactly(RuleFinding.nothing());
  }

  @Test
  void what_others_may_change_must_not_run_as_root() {
    Writers group = new Writers(false, true, false);
    samples.add(
        new Sketch(0)
            .file(new ProgramFile(TELNETD, null, ROOT_ONLY, HARDENED))
            .file(new ProgramFile("/opt/lib/libours.so", null, group, null))
            .process(true, List.of("/opt/lib/libours.so"), List.of())
            .sample());
    RuleFinding finding = only("Root process with insecure permissions");
    assertThat(finding.severity()).isEqualTo(ClassicSeverity.HIGH);
    assertThat(finding.description()).endsWith("/opt/lib/libours.so (a group).");

    samples.clear();
    samples.add(
        new Sketch(0)
            .file(new ProgramFile(TELNETD, null, group, HARDENED))
            .process(false, List.of(), List.of())
            .sample());
    assertThat(findings()).containsExactly(RuleFinding.nothing());
  }

  @Test
  void software_without_dep_or_stack_cookies_is_found_by_its_headers() {
    samples.add(
        new Sketch(0)
            .file(
                new ProgramFile(
                    TELNETD,
                    null,
                    ROOT_ONLY,
                    hardening(StackCookies.ABSENT, ExecutableStack.REQUESTED)))
            .process(false, List.of(), List.of())
            .sample());
    assertThat(findings())
        .extracting(RuleFinding::id)
        .containsExactly("Software without DEP", "Software without stack cookies");
  }

  @Test
  void where_symbols_cannot_tell_it_is_said_and_not_passed() {
    samples.add(
        new Sketch(0)
            .file(
                new ProgramFile(
                    TELNETD,
                    null,
                    ROOT_ONLY,
                    hardening(StackCookies.UNKNOWN, ExecutableStack.REFUSED)))
            .process(false, List.of(), List.of())
            .sample());
    assertThat(findings()).containsExactly(RuleFinding.nothing());
    assertThat(reasons())
        .contains(
            "Whether these were built with stack cookies cannot be told from their symbols: "
                + TELNETD);
  }

  @Test
  void a_process_that_still_runs_a_replaced_library_is_found_with_the_library_s_package() {
    String old = "/usr/lib/libssl.so.3";
    samples.add(
        new Sketch(0)
            .hardened(TELNETD)
            .file(new ProgramFile(old, new OwningPackage("libssl3", "3.0.2"), null, null))
            .process(false, List.of(), List.of(old))
            .sample());
    assertThat(only("Process running replaced files").description())
        .endsWith(old + " (of libssl3).");
  }

  @Test
  void a_host_nobody_looked_at_never_passes() {
    assertThat(evaluated().findings()).isEmpty();
    assertThat(reasons()).singleElement().asString().startsWith("Nobody looked");
  }

  @Test
  void a_sample_that_shows_no_sockets_at_all_never_passes() {
    samples.add(
        new Sketch(0)
            .gap(new NotEvaluated("/proc/net/tcp", Reason.UNREADABLE, "Denied.", Gap.WHOLE))
            .sample());
    assertThat(evaluated().findings()).isEmpty();
    assertThat(reasons()).first().asString().isEqualTo("Not seen: /proc/net/tcp: Denied.");
  }

  private static Sketch sketchOfPort8080(int minute) {
    return new Sketch(minute).listens(Transport.TCP, "::", 8080).hardened(TELNETD);
  }

  private static Hardening hardening(StackCookies cookies, ExecutableStack stack) {
    return new Hardening(cookies, stack, Relocations.FULL, true);
  }

  private RuleFinding only(String id) {
    List<RuleFinding> of = findings().stream().filter(finding -> finding.id().equals(id)).toList();
    assertThat(of).hasSize(1);
    return of.getFirst();
  }

  private List<RuleFinding> findings() {
    return evaluated().findings().stream().map(HostFinding::finding).toList();
  }

  private List<String> reasons() {
    return evaluated().exclusions().stream().map(exclusion -> exclusion.description()).toList();
  }

  private Evaluation evaluated() {
    Window window = new Window(NOW, NOW.plus(Duration.ofHours(1)));
    return Evaluation.of(
        READING,
        List.of(new RuntimeEngine(new ListedSamples(samples)).during(window)),
        List.of(new AssessedHost(WEB, new HostEvidence.Behaviour(NOW), null)));
  }

  /// A sample of one process, `in.telnetd` with the number 7, that grows.
  private static final class Sketch {
    private static final ProgramFile HARDENED_TELNETD =
        new ProgramFile(
            TELNETD, new OwningPackage("inetutils-telnetd", "2:2.5-3"), ROOT_ONLY, HARDENED);

    private final int minute;
    private final List<ListeningSocket> listening = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<ProgramFile> files = new ArrayList<>();
    private final List<NotEvaluated> gaps = new ArrayList<>();
    private RunningProcess process =
        new RunningProcess(7, "in.telnetd", TELNETD, false, List.of(), List.of());

    Sketch(int minute) {
      this.minute = minute;
    }

    Sketch listens(Transport transport, String address, int port) {
      listening.add(new ListeningSocket(transport, address, port, List.of(7)));
      return this;
    }

    Sketch connects(Direction direction, int port, boolean withinHost) {
      connections.add(new Connection(Transport.TCP, direction, port, withinHost, List.of(7)));
      return this;
    }

    Sketch hardened(String path) {
      assertThat(path).isEqualTo(TELNETD);
      return file(HARDENED_TELNETD);
    }

    Sketch file(ProgramFile file) {
      files.add(file);
      return this;
    }

    Sketch gap(NotEvaluated gap) {
      gaps.add(gap);
      return this;
    }

    Sketch process(boolean root, List<String> libraries, List<String> replaced) {
      process = new RunningProcess(7, "in.telnetd", TELNETD, root, libraries, replaced);
      return this;
    }

    RuntimeSample sample() {
      return new RuntimeSample(
          NOW.plus(Duration.ofMinutes(minute)),
          "6.1.0",
          Duration.ofDays(1),
          listening,
          connections,
          List.of(process),
          files,
          gaps);
    }
  }

  /// Samples in a list.
  private record ListedSamples(List<RuntimeSample> samples) implements RuntimeStore {
    @Override
    public void add(Writing transaction, Resource resource, RuntimeSample sample) {
      samples.add(sample);
    }

    @Override
    public void thin(Writing transaction, Resource resource, Instant before, int most) {
      throw new UnsupportedOperationException("no rule removes samples");
    }

    @Override
    public void expire(Writing transaction, Instant before) {
      throw new UnsupportedOperationException("no rule removes samples");
    }

    @Override
    public List<RuntimeSample> between(
        Reading transaction, Resource resource, Instant from, Instant to) {
      return samples.stream()
          .filter(sample -> !sample.takenAt().isBefore(from) && !sample.takenAt().isAfter(to))
          .toList();
    }

    @Override
    public Optional<RuntimeSample> newest(Reading transaction, Resource resource) {
      return samples.isEmpty() ? Optional.empty() : Optional.of(samples.getLast());
    }
  }
}
