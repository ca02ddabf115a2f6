package dev.assay.vulndb;

import dev.assay.model.Ecosystem;

/// A package's name in its ecosystem.
public record PackageName(Ecosystem ecosystem, String name) {}
