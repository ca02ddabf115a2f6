package dev.assay.network.snapshot;

/// A subnet; who owns it does not matter to its packets, so a shared one is like any other.
///
/// @param zone the id of its availability zone, or the zone's name; empty where neither was read
public record NetworkSubnet(String id, String vpcId, String zone, String ownerId) {}
