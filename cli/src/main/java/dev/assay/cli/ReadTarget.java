package dev.assay.cli;

import dev.assay.inventory.machine.MachineNames;
import dev.assay.model.Inventory;

/// What came of reading one target.
///
/// @param names what the machine calls itself
/// @param reached false where there was nobody to read from: then nothing is known, not even that
///     there are no packages
record ReadTarget(Inventory inventory, MachineNames names, boolean reached) {}
