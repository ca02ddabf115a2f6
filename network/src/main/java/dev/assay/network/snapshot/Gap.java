package dev.assay.network.snapshot;

/// Something of the configuration that was not read or is not modelled, and what that means for the
/// answer.
///
/// @param what the component, file or field
/// @param consequence what the answer therefore lacks
public record Gap(String what, String consequence) {}
