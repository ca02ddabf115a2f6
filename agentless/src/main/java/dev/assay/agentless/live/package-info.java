/// What another machine does: a picture of its `/proc`, asked for by a few fixed commands, in which
/// the collector of `inventory` reads as it reads here. This package must know nothing of SSH.
@NullMarked
package dev.assay.agentless.live;

import org.jspecify.annotations.NullMarked;
