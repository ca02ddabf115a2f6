/// The file tree of another machine over a few questions that any way of reaching it can answer.
/// This package must know nothing of SSH.
@NullMarked
package dev.assay.agentless.tree;

import org.jspecify.annotations.NullMarked;
