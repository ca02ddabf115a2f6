/// Which resource a machine is, by whatever way it was reached: an agent, a scan over the network,
/// or a mounted root. It must not know how its traits were read.
@NullMarked
package dev.assay.assessment.host;

import org.jspecify.annotations.NullMarked;
