/// Snapshots of networks and what they say of hosts, in PostgreSQL: the port of
/// `dev.assay.assessment.reachability`. It must not know how a snapshot is evaluated.
@NullMarked
package dev.assay.store.reachability;

import org.jspecify.annotations.NullMarked;
