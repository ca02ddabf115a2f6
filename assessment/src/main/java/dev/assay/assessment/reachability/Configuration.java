package dev.assay.assessment.reachability;

import dev.assay.network.snapshot.Listings;
import dev.assay.network.snapshot.NetworkSnapshot;

/// A network's configuration as its files describe it.
///
/// @param listings what of it the files list whole
public record Configuration(NetworkSnapshot snapshot, Listings listings) {}
