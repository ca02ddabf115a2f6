/// What an agent can collect, one class for each kind of evidence. It must not know where the
/// evidence goes.
@NullMarked
package dev.assay.agent.collect;

import org.jspecify.annotations.NullMarked;
