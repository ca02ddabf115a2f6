/// Network reachability in the service: takes snapshots of a network's configuration in, evaluates
/// them, and keeps for each host what can be reached of it. It must not know how a way is found:
/// that is the module `network`; nor how findings live on.
@NullMarked
package dev.assay.assessment.reachability;

import org.jspecify.annotations.NullMarked;
