package dev.assay.scap.host;

/// An address of a network interface.
///
/// @param address of IPv6 with the length of its prefix, `fe80::1/64`
/// @param broadcast empty where it has none, and of IPv6
/// @param netmask empty of IPv6
public record InterfaceAddress(boolean six, String address, String broadcast, String netmask) {}
