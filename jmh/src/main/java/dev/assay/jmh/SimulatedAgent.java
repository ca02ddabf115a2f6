package dev.assay.jmh;

import dev.assay.agent.HostAgent;
import dev.assay.agent.KeyedService;
import dev.assay.agent.collect.Collector;
import dev.assay.agent.collect.InventoryDocument;
import dev.assay.agent.enrol.Enrolment;
import dev.assay.agent.enrol.EnrolmentToken;
import dev.assay.agent.enrol.MachineReader;
import dev.assay.agent.service.HttpClients;
import dev.assay.agent.service.HttpTransport;
import dev.assay.agent.service.PinnedAuthority;
import dev.assay.agent.service.ServiceAddress;
import dev.assay.agent.service.ServiceClient;
import dev.assay.agent.service.ServiceTime;
import dev.assay.agent.service.ServiceUnreachableException;
import dev.assay.agent.service.Transport;
import dev.assay.agent.state.AgentState;
import dev.assay.agent.state.Spool;
import dev.assay.agent.state.StateDirectory;
import dev.assay.assessment.digest.Sha256;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.EvidenceStatus;
import dev.assay.awsapi.assay.SubmitEvidenceRequest;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.awsapi.assay.ThrottlingException;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.protocol.UnexpectedAnswerException;
import dev.assay.awsapi.sigv4.Credentials;
import dev.assay.model.Inventory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// An agent of a host that is not there: everything but the host is the agent's own.
final class SimulatedAgent {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String VERSION = "measured";
  private static final double CHANGES = 0.4;

  private final AgentState state;
  private final ServiceClient client;
  private final HostAgent agent;
  private final Path spool;
  private final ChangingInventory inventory;
  private final SimulatedRuntime runtime;

  private SimulatedAgent(
      AgentState state,
      ServiceClient client,
      StateDirectory directory,
      ChangingInventory inventory,
      ServiceTime time)
      throws IOException {
    this.state = state;
    this.client = client;
    this.spool = directory.spool();
    this.inventory = inventory;
    this.runtime = new SimulatedRuntime(time);
    this.agent =
        new HostAgent(
            new HostAgent.Surroundings(
                System::nanoTime, new Random(inventory.host), VERSION, Optional.empty(), _ -> {}),
            List.of(inventory, runtime),
            // A run of all rules packages wants benchmarks too: this is about the other evidence.
            Optional.empty(),
            new Spool(spool, 64 << 20, _ -> {}),
            new KeyedService(
                directory,
                state,
                time,
                (_, _) -> client,
                new KeyedService.Host(true, state.resourceId(), Map.of("env", "soak"))));
  }

  /// Lets one in, however often that has to be asked for.
  static SimulatedAgent enrol(
      URI service, EnrolmentToken token, Path directory, int host, ManyHosts hosts, CallLog calls)
      throws IOException, InterruptedException {
    Path root = directory.resolve("root");
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("etc/hostname"), "host-" + host + "\n");
    Files.writeString(root.resolve("etc/machine-id"), "%032x\n".formatted(host + 1));
    ServiceAddress address = ServiceAddress.parse(service.toString());
    Transport transport =
        calls.noting(
            new HttpTransport(
                HttpClients.client(
                    Optional.ofNullable(token.fingerprint()).map(PinnedAuthority::context),
                    Optional.empty(),
                    PATIENCE),
                PATIENCE));
    ServiceTime time = new ServiceTime(InstantSource.system());
    StateDirectory state = StateDirectory.open(directory.resolve("state"));
    MachineReader machine = new MachineReader(root);
    ServiceClient entering =
        client(
            address, transport, time, token.region(), token.accessKeyId(), token.secretAccessKey());
    AgentState known = null;
    while (known == null) {
      try {
        known =
            new Enrolment(address, token, machine, VERSION, null)
                .enrol(state, machine.identity(state), entering, time);
      } catch (ThrottlingException
          | ServiceUnreachableException
          | UnexpectedAnswerException later) {
        Thread.sleep(new Random().nextLong(500, 1_500));
      }
    }
    return new SimulatedAgent(
        known,
        client(
            address, transport, time, known.region(), known.accessKeyId(), known.secretAccessKey()),
        state,
        new ChangingInventory(host, hosts),
        time);
  }

  private static ServiceClient client(
      ServiceAddress address,
      Transport transport,
      ServiceTime time,
      String region,
      String id,
      String secret) {
    return new ServiceClient(
        address,
        transport,
        time,
        new Credentials(id, secret, Optional.empty()),
        region,
        AssayApi.schema());
  }

  String resource() {
    return state.resourceId();
  }

  int changes() {
    return inventory.version;
  }

  int samples() {
    return runtime.samples();
  }

  /// What the host has now.
  Inventory inventory() {
    return inventory.current();
  }

  /// Works until then, and on until what it has is handed in.
  ///
  /// @return null
  Object workUntil(long end, Duration draining) throws InterruptedException, IOException {
    while (System.nanoTime() < end) {
      sleep(agent.step(), end - System.nanoTime());
    }
    inventory.stopsChanging = true;
    runtime.stop();
    long last = System.nanoTime() + draining.toNanos();
    while (waits() && System.nanoTime() < last) {
      sleep(agent.step(), Duration.ofSeconds(1).toNanos());
    }
    return resource();
  }

  private static void sleep(Duration idle, long most) throws InterruptedException {
    Thread.sleep(Duration.ofNanos(Math.max(0, Math.min(idle.toNanos(), most))));
  }

  private boolean waits() throws IOException {
    try (var waiting = Files.list(spool)) {
      return waiting.findAny().isPresent();
    }
  }

  /// Whether the service has the inventory that the agent collected last.
  boolean isKnown() throws InterruptedException {
    SubmitEvidenceRequest question =
        SubmitEvidenceRequest.builder()
            .resource(
                EvidenceResource.builder()
                    .id(resource())
                    .type(EvidenceResourceType.HOST)
                    .name(resource())
                    .build())
            .tags(Map.of("env", "soak"))
            .contentHash("sha256:" + Sha256.hex(inventory.collect()))
            .build();
    return client
        .call("SubmitEvidence", question, SubmitEvidenceResponse.class)
        .status()
        .equals(EvidenceStatus.UNCHANGED);
  }

  /// Packages that change now and then, when they are looked at.
  private static final class ChangingInventory implements Collector {
    private final int host;
    private final ManyHosts hosts;
    private final Random random;
    private int version;
    private boolean stopsChanging;

    private ChangingInventory(int host, ManyHosts hosts) {
      this.host = host;
      this.hosts = hosts;
      this.random = new Random(host);
    }

    Inventory current() {
      return hosts.inventory(host, version);
    }

    @Override
    public String name() {
      return "inventory";
    }

    @Override
    public Keeping keeping() {
      return Keeping.NEWEST;
    }

    @Override
    public byte[] collect() {
      if (!stopsChanging && random.nextDouble() < CHANGES) {
        version++;
      }
      return InventoryDocument.of(current(), VERSION);
    }

    @Override
    public EvidenceContent content(byte[] collected) {
      return new EvidenceContent.Inventory(JsonReader.read(collected));
    }
  }
}
