/// Inventories of machines that run nothing of ours: many hosts at once, each with its inventory or
/// the reason why it has none. This package must know nothing of advisories or of the service.
@NullMarked
package dev.assay.agentless;

import org.jspecify.annotations.NullMarked;
