package dev.assay.cli;

import dev.assay.agent.enrol.MachineReader;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.MachineTraits;
import dev.assay.inventory.machine.MachineNames;
import java.util.Optional;

/// What a target is to the service: what a person named it, else the machine that its files tell
/// of, which the service recognises, else what it was called on the command line.
final class SubmittedResource {
  private SubmittedResource() {}

  /// What a person named so.
  static EvidenceResource named(String id) {
    return EvidenceResource.builder().id(id).type(EvidenceResourceType.FILE_TREE).build();
  }

  /// @param target what it was called on the command line
  static EvidenceResource of(MachineNames names, String target, SubmitOptions options) {
    Optional<MachineTraits> traits = MachineReader.traits(names);
    String id = options.resource;
    if (id == null && traits.isEmpty()) {
      id = target;
    }
    return EvidenceResource.builder()
        .id(id)
        .type(EvidenceResourceType.FILE_TREE)
        .machine(traits.orElse(null))
        .build();
  }
}
