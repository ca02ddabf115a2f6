package dev.assay.cli;

import dev.assay.agent.collect.InventoryDocument;
import dev.assay.agent.service.HttpTransport;
import dev.assay.agent.service.ServiceAddress;
import dev.assay.agent.service.ServiceClient;
import dev.assay.agent.service.ServiceTime;
import dev.assay.agent.service.ServiceUnreachableException;
import dev.assay.assessment.digest.Sha256;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.EvidenceStatus;
import dev.assay.awsapi.assay.EvidenceWay;
import dev.assay.awsapi.assay.NetworkConfiguration;
import dev.assay.awsapi.assay.RuntimeObservation;
import dev.assay.awsapi.assay.SubmitEvidenceRequest;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.protocol.UnexpectedAnswerException;
import dev.assay.awsapi.value.ServiceException;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// Hands evidence in to a service. Of an inventory its first question carries only the content's
/// hash: what the service knows already is not sent again.
final class EvidenceClient {
  /// A large network is evaluated while its evidence is handed in.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ServiceAddress service;
  private final ServiceClient client;

  EvidenceClient(String url, AwsEnvironment aws) {
    this.service = parsed(url);
    this.client =
        new ServiceClient(
            service,
            new HttpTransport(TrustedHttp.client(aws.certificates(), PATIENCE), PATIENCE),
            new ServiceTime(InstantSource.system()),
            aws.credentials(),
            aws.region(),
            AssayApi.schema());
  }

  private static ServiceAddress parsed(String url) {
    try {
      return ServiceAddress.parse(url);
    } catch (IllegalArgumentException malformed) {
      throw new InputException("--submit " + malformed.getMessage(), malformed);
    }
  }

  /// Hands one inventory in.
  ///
  /// @param host what the target is, or what tells which it is
  /// @return what became of it
  SubmitEvidenceResponse submit(
      EvidenceResource host, EvidenceWay way, Map<String, String> tags, Inventory inventory) {
    byte[] document = InventoryDocument.of(inventory, AssayVersion.text());
    SubmitEvidenceRequest question =
        SubmitEvidenceRequest.builder()
            .resource(
                host.toBuilder()
                    .type(
                        inventory.kernel() instanceof Kernel.Running
                            ? EvidenceResourceType.HOST
                            : EvidenceResourceType.FILE_TREE)
                    .build())
            .tags(tags)
            .way(way)
            .contentHash(hash(document))
            .build();
    SubmitEvidenceResponse answer = ask(question);
    if (!answer.status().equals(EvidenceStatus.CONTENT_REQUIRED)) {
      return answer;
    }
    return ask(
        question.toBuilder()
            .content(new EvidenceContent.Inventory(JsonReader.read(document)))
            .build());
  }

  /// Hands in what a benchmark said of a host.
  ///
  /// @param host what the target is, or what tells which it is
  SubmitEvidenceResponse submit(
      EvidenceResource host, EvidenceWay way, Map<String, String> tags, BenchmarkResults results) {
    SubmitEvidenceRequest.Builder request =
        SubmitEvidenceRequest.builder()
            .resource(host)
            .way(way)
            .contentHash(hash(results.toString().getBytes(StandardCharsets.UTF_8)))
            .content(new EvidenceContent.Benchmark(results));
    // Without tags those that the service knows stay.
    return ask(tags.isEmpty() ? request.build() : request.tags(tags).build());
  }

  /// Hands the configuration of a network in.
  ///
  /// @return what became of it; nothing more where the service knows it already
  SubmitEvidenceResponse submit(String network, NetworkConfiguration configuration, String hash) {
    SubmitEvidenceRequest question =
        SubmitEvidenceRequest.builder()
            .resource(
                EvidenceResource.builder().id(network).type(EvidenceResourceType.NETWORK).build())
            .contentHash(hash)
            .build();
    SubmitEvidenceResponse response = ask(question);
    return response.status().equals(EvidenceStatus.CONTENT_REQUIRED)
        ? ask(question.toBuilder().content(new EvidenceContent.Network(configuration)).build())
        : response;
  }

  /// Hands in what was seen of a host, running or at rest.
  ///
  /// @return what became of it
  SubmitEvidenceResponse submit(
      EvidenceResource resource,
      EvidenceWay way,
      Map<String, String> tags,
      RuntimeObservation seen) {
    SubmitEvidenceRequest.Builder request =
        SubmitEvidenceRequest.builder()
            .resource(
                resource.toBuilder()
                    .type(
                        way.equals(EvidenceWay.FILES)
                            ? EvidenceResourceType.FILE_TREE
                            : EvidenceResourceType.HOST)
                    .build())
            .way(way)
            .contentHash(hash(seen.toString().getBytes(StandardCharsets.UTF_8)))
            .content(new EvidenceContent.Runtime(seen));
    return ask(tags.isEmpty() ? request.build() : request.tags(tags).build());
  }

  private SubmitEvidenceResponse ask(SubmitEvidenceRequest question) {
    try {
      return client.call("SubmitEvidence", question, SubmitEvidenceResponse.class);
    } catch (ServiceUnreachableException unreachable) {
      throw new InputException("--submit " + unreachable.getMessage(), unreachable);
    } catch (ServiceException | UnexpectedAnswerException refused) {
      throw new InputException(
          "--submit " + service + " refused the evidence: " + refused.getMessage(), refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted while handing in evidence", interrupted);
    }
  }

  private static String hash(byte[] document) {
    return "sha256:" + Sha256.hex(document);
  }
}
