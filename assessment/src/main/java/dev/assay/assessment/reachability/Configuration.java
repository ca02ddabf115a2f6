package dev.assay.assessment.reachability;

import dev.assay.network.snapshot.Listings;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.util.Map;

/// A network's configuration as its files describe it.
///
/// @param listings what of it the files list whole
/// @param balancerTags the tags of load balancers, by what the snapshot knows each by
public record Configuration(
    NetworkSnapshot snapshot, Listings listings, Map<String, Map<String, String>> balancerTags) {}
