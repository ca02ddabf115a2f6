/// What an agent keeps on disk: who it is, and what it has not yet handed in. It must not know what
/// the evidence says.
@NullMarked
package dev.assay.agent.state;

import org.jspecify.annotations.NullMarked;
