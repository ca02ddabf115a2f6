package dev.assay.inspector.own;

import dev.assay.assessment.agent.Agents;
import dev.assay.assessment.cis.BenchmarkIntake;
import dev.assay.assessment.evidence.EvidenceIntake;
import dev.assay.assessment.evidence.InvalidEvidenceException;
import dev.assay.assessment.evidence.Receipt;
import dev.assay.assessment.evidence.Submission;
import dev.assay.assessment.provenance.Part;
import dev.assay.assessment.provenance.Way;
import dev.assay.assessment.reachability.NetworkIntake;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.runtime.RuntimeIntake;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.DescribeEvidenceRequest;
import dev.assay.awsapi.assay.DescribeEvidenceResponse;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.EvidenceOperations;
import dev.assay.awsapi.assay.EvidencePart;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.EvidenceStatus;
import dev.assay.awsapi.assay.EvidenceWay;
import dev.assay.awsapi.assay.KnownEvidence;
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
  private final Arrivals arrivals;

  public EvidenceApi(
      EvidenceIntake intake,
      BenchmarkIntake benchmarks,
      NetworkIntake networks,
      RuntimeIntake runtime,
      Agents agents,
      SubmittedHosts hosts,
      Arrivals arrivals) {
    this.intake = intake;
    this.benchmarks = benchmarks;
    this.networks = new NetworkEvidenceDoor(networks);
    this.runtime = runtime;
    this.agents = agents;
    this.hosts = hosts;
    this.arrivals = arrivals;
  }

  @Override
  public SubmitEvidenceResponse submitEvidence(Caller caller, SubmitEvidenceRequest input) {
    if (input.resource().type().equals(EvidenceResourceType.NETWORK)) {
      Refusals.requireNoAgent(agents, Tenants.of(caller), caller);
      return networks.submit(Tenants.of(caller), input);
    }
    requireHost(input.resource());
    SubmittedHosts.Submitted submitted = hosts.of(caller, input.resource());
    ResourceKey host = submitted.host();
    Way way = submitted.byItsAgent() ? Way.AGENT : way(input);
    return switch (input.content()) {
      case EvidenceContent.Benchmark(BenchmarkResults results) ->
          benchmark(caller, host, way, input, results);
      case EvidenceContent.Runtime(RuntimeObservation seen) -> runtime(host, way, input, seen);
      case null, default -> inventory(host, way, input);
    };
  }

  @Override
  public DescribeEvidenceResponse describeEvidence(Caller caller, DescribeEvidenceRequest input) {
    return new DescribeEvidenceResponse(
        arrivals
            .of(new ResourceKey(Tenants.of(caller), ResourceType.HOST, input.resourceId()))
            .stream()
            .map(
                known ->
                    new KnownEvidence(
                        EvidencePart.of(known.part().name()),
                        EvidenceWay.of(known.way().name()),
                        known.firstAt(),
                        known.lastAt()))
            .toList());
  }

  /// The way that a collector says, or that its kind of resource means; an agent's own is proven by
  /// its key.
  private static Way way(SubmitEvidenceRequest input) {
    EvidenceWay told = input.way();
    if (told != null) {
      return told(told);
    }
    return switch (input.resource().type().value()) {
      case "FILE_TREE" -> Way.FILES;
      case "SBOM" -> Way.DOCUMENT;
      default -> Way.LOCAL;
    };
  }

  private static Way told(EvidenceWay way) {
    return switch (way.value()) {
      case "LOCAL" -> Way.LOCAL;
      case "SSH" -> Way.SSH;
      case "FILES" -> Way.FILES;
      case "DOCUMENT" -> Way.DOCUMENT;
      default ->
          throw Problems.invalid(
              "way", "only the service says that evidence comes by " + way.value());
    };
  }

  /// What a benchmark said is taken each time: it counts from the moment it was evaluated.
  private SubmitEvidenceResponse benchmark(
      Caller caller,
      ResourceKey host,
      Way way,
      SubmitEvidenceRequest input,
      BenchmarkResults results) {
    int answered =
        benchmarks.submit(
            host,
            caller.identity(),
            input.resource().name(),
            Optional.ofNullable(input.tags()),
            BenchmarkMapping.report(results));
    arrivals.confirmed(host, Part.BENCHMARK, way);
    return SubmitEvidenceResponse.builder()
        .status(EvidenceStatus.ACCEPTED)
        .resourceId(host.id())
        .answeredScans(answered)
        .build();
  }

  /// What was seen of a host is taken each time: several samples make up what a run looks back on.
  private SubmitEvidenceResponse runtime(
      ResourceKey host, Way way, SubmitEvidenceRequest input, RuntimeObservation seen) {
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
    arrivals.came(host, Part.RUNTIME, way, "Runtime", RuntimeMapping.size(seen));
    return SubmitEvidenceResponse.builder()
        .status(EvidenceStatus.ACCEPTED)
        .resourceId(host.id())
        .build();
  }

  private SubmitEvidenceResponse inventory(ResourceKey host, Way way, SubmitEvidenceRequest input) {
    try {
      Submission submission =
          new Submission(
              host,
              ResourceDetails.Host.named(input.resource().name()),
              Optional.ofNullable(input.tags()).orElse(Map.of()),
              input.contentHash(),
              document(input.content()));
      Receipt receipt = intake.submit(submission);
      if (submission.document().isPresent()) {
        int size = submission.document().get().length();
        arrivals.came(host, Part.PACKAGES, way, "Inventory", size);
      } else if (receipt instanceof Receipt.Unchanged) {
        arrivals.confirmed(host, Part.PACKAGES, way);
      }
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
