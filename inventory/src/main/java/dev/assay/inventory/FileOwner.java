package dev.assay.inventory;

import dev.assay.model.PackageType;

/// The installed package a file belongs to.
///
/// @param architecture empty where the package manager keeps the files of all architectures of a
///     package together
public record FileOwner(PackageType type, String name, String architecture) {}
