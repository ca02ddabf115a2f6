package dev.assay.network.snapshot;

/// A transit gateway.
///
/// @param namesGroups whether rules may refer to groups of other attached VPCs
public record TransitGateway(String id, boolean namesGroups) {}
