package dev.assay.scap.oval;

import java.util.List;

/// The result of a test with what led to it.
///
/// @param collected the items that were looked at
/// @param items what the states say of each item, in the same order; empty without states
public record TestResult(OvalTest test, Truth truth, Collected collected, List<Truth> items) {}
