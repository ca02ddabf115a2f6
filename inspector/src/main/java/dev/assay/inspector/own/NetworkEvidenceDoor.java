package dev.assay.inspector.own;

import dev.assay.assessment.evidence.Receipt;
import dev.assay.assessment.reachability.Configuration;
import dev.assay.assessment.reachability.ConfigurationFiles;
import dev.assay.assessment.reachability.ConfigurationFiles.NamedFile;
import dev.assay.assessment.reachability.NetworkIntake;
import dev.assay.assessment.reachability.NetworkIntake.Handed;
import dev.assay.assessment.reachability.OversizedConfigurationException;
import dev.assay.assessment.reachability.SupersededException;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.assay.ConflictException;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.NetworkConfiguration;
import dev.assay.awsapi.assay.NotEvaluated;
import dev.assay.awsapi.assay.SubmitEvidenceRequest;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.List;
import java.util.Optional;

/// The configuration of a network as evidence: files of `describe-*` JSON, read as those of a
/// directory are.
final class NetworkEvidenceDoor {
  private static final int MOST_GAPS = 1_000;

  private final NetworkIntake networks;

  NetworkEvidenceDoor(NetworkIntake networks) {
    this.networks = networks;
  }

  SubmitEvidenceResponse submit(Tenant tenant, SubmitEvidenceRequest input) {
    Optional<Handed> handed =
        switch (input.content()) {
          case null -> Optional.empty();
          case EvidenceContent.Network(NetworkConfiguration configuration) ->
              Optional.of(read(configuration));
          case EvidenceContent.Inventory _,
              EvidenceContent.CycloneDx _,
              EvidenceContent.Benchmark _,
              EvidenceContent.Runtime _ ->
              throw Problems.invalid("content", "of a NETWORK only its configuration is taken");
        };
    String network = input.resource().id();
    if (network == null) {
      throw Problems.invalid("resource.id", "a network is named by its id");
    }
    try {
      return response(
          network, networks.submit(tenant, network, input.contentHash(), handed), handed);
    } catch (SupersededException later) {
      throw new ConflictException(String.valueOf(later.getMessage()));
    } catch (OversizedConfigurationException large) {
      throw Problems.invalid("content.network", String.valueOf(large.getMessage()));
    }
  }

  private static SubmitEvidenceResponse response(
      String network, Receipt receipt, Optional<Handed> handed) {
    SubmitEvidenceResponse.Builder response =
        SubmitEvidenceResponse.builder().status(EvidenceApi.status(receipt)).resourceId(network);
    if (receipt instanceof Receipt.Assessed assessed) {
      response.openFindings(assessed.open());
    }
    handed.ifPresent(read -> response.notEvaluated(gaps(read.configuration().snapshot())));
    return response.build();
  }

  private static List<NotEvaluated> gaps(NetworkSnapshot snapshot) {
    return snapshot.gaps().stream()
        .limit(MOST_GAPS)
        .map(gap -> NotEvaluated.builder().subject(gap.what()).reason(gap.consequence()).build())
        .toList();
  }

  private static Handed read(NetworkConfiguration configuration) {
    ConfigurationFiles files;
    try {
      files =
          new ConfigurationFiles(
              configuration.files().stream()
                  .map(file -> new NamedFile(file.name(), file.content().utf8()))
                  .toList());
    } catch (IllegalArgumentException twice) {
      throw Problems.invalid("content.network", String.valueOf(twice.getMessage()));
    }
    Configuration read = files.read();
    if (read.snapshot().interfaces().isEmpty() && read.snapshot().vpcs().isEmpty()) {
      throw Problems.invalid("content.network", "its files describe no network");
    }
    return new Handed(files, read);
  }
}
