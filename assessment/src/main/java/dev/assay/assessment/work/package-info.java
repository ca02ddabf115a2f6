/// Work that is done later, by whichever node has time, each piece once: queued in the transaction
/// that gives rise to it, leased, done or tried again, and kept in sight where it cannot be done.
/// It must not know what the work is.
@NullMarked
package dev.assay.assessment.work;

import org.jspecify.annotations.NullMarked;
