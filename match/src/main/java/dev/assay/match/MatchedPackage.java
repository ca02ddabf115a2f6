package dev.assay.match;

import dev.assay.model.InstalledPackage;

/// An installed package that has a vulnerability, and the conclusion that says so.
record MatchedPackage(InstalledPackage installed, KernelPart kernelPart, Conclusion conclusion) {}
