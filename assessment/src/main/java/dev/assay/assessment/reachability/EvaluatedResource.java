package dev.assay.assessment.reachability;

import dev.assay.assessment.finding.ReachablePorts;
import dev.assay.assessment.reachability.NetworkReport.Undecided;
import dev.assay.assessment.resource.ResourceDetails;
import java.util.List;
import java.util.Map;

/// An instance or load balancer of a snapshot, and what the snapshot says of it.
///
/// @param folder where the snapshot has it
/// @param details what the snapshot tells of it beside its network
record EvaluatedResource(
    String id,
    String folder,
    ResourceDetails details,
    Map<String, String> tags,
    List<ReachablePorts> open,
    List<Undecided> undecided) {}
