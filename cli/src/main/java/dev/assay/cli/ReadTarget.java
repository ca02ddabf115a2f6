package dev.assay.cli;

import dev.assay.agentless.Behaviour;
import dev.assay.awsapi.assay.EvidenceWay;
import dev.assay.inventory.machine.MachineNames;
import dev.assay.model.Inventory;
import dev.assay.model.Kernel;

/// What came of reading one target.
///
/// @param names what the machine calls itself
/// @param behaviour what another machine does, where that was asked for
record ReadTarget(Inventory inventory, MachineNames names, Place place, Behaviour behaviour) {
  ReadTarget(Inventory inventory, MachineNames names, Place place) {
    this(inventory, names, place, new Behaviour.Unasked());
  }

  /// By which way what was read comes to a service.
  EvidenceWay way() {
    return switch (place) {
      case HERE -> isLive() ? EvidenceWay.LOCAL : EvidenceWay.FILES;
      case THERE -> EvidenceWay.SSH;
      case TOLD -> EvidenceWay.DOCUMENT;
      case UNREACHED -> throw new IllegalStateException("nothing was read");
    };
  }

  /// Whether it is this machine itself.
  boolean isLive() {
    return place == Place.HERE && inventory.kernel() instanceof Kernel.Running;
  }

  /// Where it was read.
  enum Place {
    /// Its files lie on this machine, or are this machine's own.
    HERE,

    /// It is another machine.
    THERE,

    /// A document told of it.
    TOLD,

    /// There was nobody to read from: nothing is known, not even that there are no packages.
    UNREACHED
  }
}
