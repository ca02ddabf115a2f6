package dev.assay.inspector.own;

import dev.assay.assessment.agent.Agents;
import dev.assay.assessment.cis.BenchmarkIntake;
import dev.assay.assessment.evidence.EvidenceIntake;
import dev.assay.assessment.evidence.InvalidEvidenceException;
import dev.assay.assessment.evidence.Receipt;
import dev.assay.assessment.evidence.Submission;
import dev.assay.assessment.reachability.NetworkIntake;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.runtime.RuntimeIntake;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.EvidenceOperations;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.EvidenceStatus;
import dev.assay.awsapi.assay.RuntimeObservation;
import dev.assay.awsapi.assay.SubmitEvidenceRequest;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The door for evidence: inventories, CycloneDX documents, what benchmarks said, what running
/// hosts do, and the configuration of networks. Images do not come through it in this version, and
/// are refused.
public final class EvidenceApi implements EvidenceOperations {
  private static final Set<String> HOSTS = Set.of("HOST", "FILE_TREE", "SBOM");

  private final EvidenceIntake intake;
  private final BenchmarkIntake benchmarks;
  private final NetworkEvidenceDoor networks;
  private final RuntimeIntake runtime;
  private final Agents agents;
  private final SubmittedHosts hosts;

  public EvidenceApi(
      EvidenceIntake intake,
      BenchmarkIntake benchmarks,
      NetworkIntake networks,
      RuntimeIntake runtime,
      Agents agents,
      SubmittedHosts hosts) {
    this.intake = intake;
    this.benchmarks = benchmarks;
    this.networks = new NetworkEvidenceDoor(networks);
    this.runtime = runtime;
    this.agents = agents;
    this.hosts = hosts;
  }

  @Override
  public SubmitEvidenceResponse submitEvidence(Caller caller, SubmitEvidenceRequest input) {
    if (input.resource().type().equals(EvidenceResourceType.NETWORK)) {
      Refusals.requireNoAgent(agents, Tenants.of(caller), caller);
      return networks.submit(Tenants.of(caller), input);
    }
    requireHost(input.resource());
    ResourceKey host = hosts.of(caller, input.resource());
    return switch (input.content()) {
      case EvidenceContent.Benchmark(BenchmarkResults results) -> benchmark(host, input, results);
      case EvidenceContent.Runtime(RuntimeObservation seen) -> runtime(host, input, seen);
      case null, default -> inventory(host, input);
    };
  }

  /// What a benchmark said is taken each time: it counts from the moment it was evaluated.
  private SubmitEvidenceResponse benchmark(
      ResourceKey host, SubmitEvidenceRequest input, BenchmarkResults results) {
    int answered =
        benchmarks.submit(
            host,
            input.resource().name(),
            Optional.ofNullable(input.tags()),
            BenchmarkMapping.report(results));
    return SubmitEvidenceResponse.builder()
        .status(EvidenceStatus.ACCEPTED)
        .resourceId(host.id())
        .answeredScans(answered)
        .build();
  }

  /// What was seen of a host is taken each time: several samples make up what a run looks back on.
  private SubmitEvidenceResponse runtime(
      ResourceKey host, SubmitEvidenceRequest input, RuntimeObservation seen) {
    boolean taken =
        runtime.submit(
            host,
            input.resource().name(),
            Optional.ofNullable(input.tags()),
            RuntimeMapping.sample(seen));
    if (!taken) {
      throw Problems.invalid(
          "content.runtime.takenAt", "it is in the future: the host's clock is ahead");
    }
    return SubmitEvidenceResponse.builder()
        .status(EvidenceStatus.ACCEPTED)
        .resourceId(host.id())
        .build();
  }

  private SubmitEvidenceResponse inventory(ResourceKey host, SubmitEvidenceRequest input) {
    try {
      Submission submission =
          new Submission(
              host,
              ResourceDetails.Host.named(input.resource().name()),
              Optional.ofNullable(input.tags()).orElse(Map.of()),
              input.contentHash(),
              document(input.content()));
      Receipt receipt = intake.submit(submission);
      submission
          .document()
          .ifPresent(document -> agents.collected(host, "Inventory", document.length()));
      return SubmitEvidenceResponse.builder().status(status(receipt)).resourceId(host.id()).build();
    } catch (InvalidEvidenceException invalid) {
      throw Problems.invalid("content", String.valueOf(invalid.getMessage()));
    }
  }

  static EvidenceStatus status(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Assessed ignored -> EvidenceStatus.ACCEPTED;
      case Receipt.Unchanged() -> EvidenceStatus.UNCHANGED;
      case Receipt.DocumentRequired() -> EvidenceStatus.CONTENT_REQUIRED;
    };
  }

  /// A file tree is a host that does not run, and so is what a bill of materials is of.
  private static void requireHost(EvidenceResource resource) {
    if (!HOSTS.contains(resource.type().value())) {
      throw Problems.invalid(
          "resource.type",
          "this version takes HOST, FILE_TREE, SBOM and NETWORK, not " + resource.type().value());
    }
  }

  private static Optional<String> document(@Nullable EvidenceContent content) {
    return switch (content) {
      case null -> Optional.empty();
      case EvidenceContent.Inventory(Json inventory) -> Optional.of(text(inventory));
      case EvidenceContent.CycloneDx(Json sbom) -> Optional.of(text(sbom));
      case EvidenceContent.Network ignored ->
          throw Problems.invalid("content", "the configuration of a network is of a NETWORK");
      case EvidenceContent.Benchmark ignored ->
          throw new IllegalStateException("what a benchmark said is no inventory");
      case EvidenceContent.Runtime ignored ->
          throw new IllegalStateException("what a host does is no inventory");
    };
  }

  private static String text(Json document) {
    return new String(document.utf8(), StandardCharsets.UTF_8);
  }
}
