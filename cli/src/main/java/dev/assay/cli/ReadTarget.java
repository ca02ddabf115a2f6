package dev.assay.cli;

import dev.assay.inventory.machine.MachineNames;
import dev.assay.model.Inventory;

/// What came of reading one target.
///
/// @param names what the machine calls itself
record ReadTarget(Inventory inventory, MachineNames names, Place place) {
  /// Where it was read.
  enum Place {
    /// Its files lie on this machine, or are this machine's own.
    HERE,

    /// It is another machine, or was told of by a document.
    ELSEWHERE,

    /// There was nobody to read from: nothing is known, not even that there are no packages.
    UNREACHED
  }
}
