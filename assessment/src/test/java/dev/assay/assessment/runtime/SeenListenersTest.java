package dev.assay.assessment.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.reachability.Listeners.Listener;
import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.model.runtime.ListeningSocket;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.ProgramFile.OwningPackage;
import dev.assay.model.runtime.RunningProcess;
import dev.assay.model.runtime.RuntimeSample;
import dev.assay.model.runtime.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SeenListenersTest {
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final Resource HOST =
      new Resource(
          1,
          new ResourceKey(Tenant.of("111122223333", "eu-central-1"), ResourceType.HOST, "web-1"),
          ResourceDetails.Host.unknown(),
          Map.of(),
          NOW,
          NOW);
  private static final Reading READING = new Reading() {};

  @Test
  void a_listener_is_told_with_its_process_and_its_package() {
    assertThat(
            listeners(
                sample(
                    new ListeningSocket(Transport.TCP, "0.0.0.0", 443, List.of(7)),
                    new ListeningSocket(Transport.UDP, "::", 53, List.of(8)))))
        .contains(
            List.of(
                new Listener(Transport.TCP, 443, "nginx", "nginx-core"),
                new Listener(Transport.UDP, 53, "unbound", null)));
  }

  @Test
  void what_only_the_host_itself_reaches_does_not_listen() {
    assertThat(
            listeners(
                sample(
                    new ListeningSocket(Transport.TCP, "127.0.0.53", 53, List.of(8)),
                    new ListeningSocket(Transport.TCP, "::1", 631, List.of(8)))))
        .contains(List.of());
  }

  @Test
  void a_process_that_could_not_be_seen_listens_all_the_same() {
    assertThat(listeners(sample(new ListeningSocket(Transport.TCP, "10.0.0.1", 22, List.of()))))
        .contains(
            List.of(new Listener(Transport.TCP, 22, "a process that could not be seen", null)));
  }

  @Test
  void of_a_host_that_nobody_looked_at_nothing_is_said() {
    assertThat(new SeenListeners(new Newest(Optional.empty())).of(READING, HOST)).isEmpty();
  }

  private static Optional<List<Listener>> listeners(RuntimeSample sample) {
    return new SeenListeners(new Newest(Optional.of(sample))).of(READING, HOST);
  }

  private static RuntimeSample sample(ListeningSocket... sockets) {
    return new RuntimeSample(
        NOW,
        "6.1.0",
        Duration.ofHours(1),
        List.of(sockets),
        List.of(),
        List.of(
            new RunningProcess(7, "nginx", "/usr/sbin/nginx", true, List.of(), List.of()),
            new RunningProcess(8, "unbound", null, false, List.of(), List.of())),
        List.of(
            new ProgramFile(
                "/usr/sbin/nginx", new OwningPackage("nginx-core", "1.22.1-9"), null, null)),
        List.of());
  }

  private record Newest(Optional<RuntimeSample> sample) implements RuntimeStore {
    @Override
    public Optional<RuntimeSample> newest(Reading transaction, Resource resource) {
      return sample;
    }

    @Override
    public void add(Writing transaction, Resource resource, RuntimeSample added) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void thin(Writing transaction, Resource resource, Instant before, int most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void expire(Writing transaction, Instant before) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<RuntimeSample> between(
        Reading transaction, Resource resource, Instant from, Instant to) {
      throw new UnsupportedOperationException();
    }
  }
}
