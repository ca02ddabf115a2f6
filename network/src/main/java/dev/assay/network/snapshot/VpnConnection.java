package dev.assay.network.snapshot;

/// A site-to-site VPN connection that ends in a VPN gateway.
public record VpnConnection(String id, String vpnGatewayId, boolean available) {}
