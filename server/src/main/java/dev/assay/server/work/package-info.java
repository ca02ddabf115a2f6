/// Does the queue's work on this node.
@NullMarked
package dev.assay.server.work;

import org.jspecify.annotations.NullMarked;
