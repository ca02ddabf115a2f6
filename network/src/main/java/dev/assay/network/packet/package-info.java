/// The algebra of sets of packets, exact. It must know nothing of AWS.
@NullMarked
package dev.assay.network.packet;

import org.jspecify.annotations.NullMarked;
