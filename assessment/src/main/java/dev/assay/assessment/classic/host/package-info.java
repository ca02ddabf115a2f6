/// The hosts that a run assesses, as Classic sees them: what evidence there is of each and whether
/// an agent of ours is on it. It must not know where hosts and evidence are kept.
@NullMarked
package dev.assay.assessment.classic.host;

import org.jspecify.annotations.NullMarked;
