package dev.assay.cli;

import dev.assay.agent.enrol.MachineReader;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.MachineTraits;
import java.nio.file.Path;
import java.util.Optional;

/// What a target is to the service: what a person named it, else the machine that its files tell
/// of, which the service recognises, else its path.
final class SubmittedResource {
  private SubmittedResource() {}

  /// What a person named so.
  static EvidenceResource named(String id) {
    return EvidenceResource.builder().id(id).type(EvidenceResourceType.FILE_TREE).build();
  }

  static EvidenceResource of(Path target, SubmitOptions options) {
    Optional<MachineTraits> traits = new MachineReader(target).traits();
    String id = options.resource;
    if (id == null && traits.isEmpty()) {
      id = target.toString();
    }
    return EvidenceResource.builder()
        .id(id)
        .type(EvidenceResourceType.FILE_TREE)
        .machine(traits.orElse(null))
        .build();
  }
}
