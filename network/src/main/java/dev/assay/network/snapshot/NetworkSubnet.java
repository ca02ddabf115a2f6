package dev.assay.network.snapshot;

/// A subnet; who owns it does not matter to its packets, so a shared one is like any other.
public record NetworkSubnet(String id, String vpcId) {}
