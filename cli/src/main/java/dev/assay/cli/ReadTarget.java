package dev.assay.cli;

import dev.assay.agentless.HostName;
import dev.assay.model.Inventory;

/// What came of reading one target.
///
/// @param name what the resource calls itself
/// @param reached false where there was nobody to read from: then nothing is known, not even that
///     there are no packages
record ReadTarget(Inventory inventory, HostName name, boolean reached) {}
