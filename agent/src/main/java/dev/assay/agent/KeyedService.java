package dev.assay.agent;

import dev.assay.agent.ServiceDoor.Answer;
import dev.assay.agent.collect.Collector;
import dev.assay.agent.collect.Collector.Keeping;
import dev.assay.agent.service.ServiceClient;
import dev.assay.agent.service.ServiceTime;
import dev.assay.agent.state.AgentState;
import dev.assay.agent.state.Part;
import dev.assay.agent.state.Sha256;
import dev.assay.agent.state.StateDirectory;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.EvidenceStatus;
import dev.assay.awsapi.assay.RotateAgentKeyRequest;
import dev.assay.awsapi.assay.RotateAgentKeyResponse;
import dev.assay.awsapi.assay.SubmitEvidenceRequest;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.awsapi.inspector2.Inspector2Api;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.value.Structure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The service as the agent of one host calls it, under a key that is renewed now and then.
public final class KeyedService {
  private static final Duration KEY_LIFE = Duration.ofDays(30);

  private final StateDirectory directory;
  private final ServiceTime time;
  private final BiFunction<AgentState, ServiceSchema, ServiceClient> clients;
  private final Host host;
  private AgentState state;
  private ServiceDoor door;
  private ServiceDoor inspector;

  /// The service of an agent.
  ///
  /// @param clients makes the client of a service's part that signs with the state's key
  public KeyedService(
      StateDirectory directory,
      AgentState state,
      ServiceTime time,
      BiFunction<AgentState, ServiceSchema, ServiceClient> clients,
      Host host) {
    this.directory = directory;
    this.state = state;
    this.time = time;
    this.clients = clients;
    this.host = host;
    this.door = door(AssayApi.schema());
    this.inspector = door(Inspector2Api.schema());
  }

  /// What the service is told of the host with each part.
  ///
  /// @param running whether it is the machine itself, and not a tree of files
  public record Host(boolean running, @Nullable String name, Map<String, String> tags) {
    public Host {
      tags = Map.copyOf(tags);
    }
  }

  private ServiceDoor door(ServiceSchema schema) {
    return new ServiceDoor(clients.apply(state, schema));
  }

  /// The service's time.
  Instant now() {
    return time.instant();
  }

  <T> Answer<T> call(String operation, Structure input, Class<T> answer)
      throws InterruptedException {
    return door.call(operation, input, answer);
  }

  /// Calls an operation of Inspector v2's.
  <T> Answer<T> inspector(String operation, Structure input, Class<T> answer)
      throws InterruptedException {
    return inspector.call(operation, input, answer);
  }

  /// What the service calls the host.
  String resource() {
    return state.resourceId();
  }

  /// A token of this agent for a session about a job: the same after a start of the agent, and
  /// known to nobody else.
  String sessionToken(String job) {
    byte[] secret =
        (state.agentId() + "\n" + state.secretAccessKey() + "\n" + job)
            .getBytes(StandardCharsets.UTF_8);
    String hash = Sha256.hex(secret);
    return String.join(
        "-",
        hash.substring(0, 8),
        hash.substring(8, 12),
        hash.substring(12, 16),
        hash.substring(16, 20),
        hash.substring(20, 32));
  }

  /// Hands in what a benchmark said.
  Answer<SubmitEvidenceResponse> handIn(BenchmarkResults results) throws InterruptedException {
    byte[] said = results.toString().getBytes(StandardCharsets.UTF_8);
    return submit(
        question(Part.of("benchmark", results.evaluatedAt(), said)).toBuilder()
            .content(new EvidenceContent.Benchmark(results))
            .build());
  }

  /// Gets a new key in place of one that is old. Where the new one cannot be kept, the old one goes
  /// on: the next attempt ends the key that was lost.
  void renewKey(Consumer<String> log) throws InterruptedException {
    if (state.keyIssuedAt().plus(KEY_LIFE).isAfter(now())) {
      return;
    }
    Answer<RotateAgentKeyResponse> answer =
        door.call(
            "RotateAgentKey",
            RotateAgentKeyRequest.builder().build(),
            RotateAgentKeyResponse.class);
    if (answer instanceof Answer.Given<RotateAgentKeyResponse>(var made)) {
      AgentState renewed = state.withKey(made.accessKeyId(), made.secretAccessKey(), now());
      try {
        directory.write(renewed);
        state = renewed;
        door = door(AssayApi.schema());
        inspector = door(Inspector2Api.schema());
        log.accept("the access key is replaced by a new one, " + made.accessKeyId());
      } catch (IOException full) {
        log.accept("the new access key cannot be kept: " + full.getMessage());
      }
    }
  }

  /// Hands a part in. Of what tells all at once, the first question has only the hash: what the
  /// service knows already is not sent again.
  ///
  /// @return what became of it, in words
  Answer<String> handIn(Part part, Collector collector) throws InterruptedException {
    SubmitEvidenceRequest question = question(part);
    if (collector.keeping() == Keeping.NEWEST) {
      Answer<SubmitEvidenceResponse> known = submit(question);
      if (!(known instanceof Answer.Given<SubmitEvidenceResponse>(var answer))
          || !answer.status().equals(EvidenceStatus.CONTENT_REQUIRED)) {
        return inWords(known);
      }
    }
    return inWords(submit(question.toBuilder().content(collector.content(part.content())).build()));
  }

  private Answer<SubmitEvidenceResponse> submit(SubmitEvidenceRequest request)
      throws InterruptedException {
    return door.call("SubmitEvidence", request, SubmitEvidenceResponse.class);
  }

  private SubmitEvidenceRequest question(Part part) {
    return SubmitEvidenceRequest.builder()
        .resource(
            EvidenceResource.builder()
                .id(state.resourceId())
                .type(host.running() ? EvidenceResourceType.HOST : EvidenceResourceType.FILE_TREE)
                .name(host.name())
                .build())
        .tags(host.tags())
        .collectedAt(part.collectedAt())
        .contentHash("sha256:" + part.hash())
        .build();
  }

  private static Answer<String> inWords(Answer<SubmitEvidenceResponse> answer) {
    return switch (answer) {
      case Answer.Given<SubmitEvidenceResponse>(var given) ->
          new Answer.Given<>(
              given.status().equals(EvidenceStatus.UNCHANGED)
                  ? "nothing has changed since it was last handed in"
                  : "handed in");
      case Answer.Later<SubmitEvidenceResponse> later ->
          new Answer.Later<>(later.why(), later.throttled(), later.pause());
      case Answer.Refused<SubmitEvidenceResponse>(String why) -> new Answer.Refused<>(why);
    };
  }
}
