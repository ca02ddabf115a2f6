/// What was seen of running hosts: taken in, and kept for as long as a run may look back. It must
/// not know the rules that judge it.
@NullMarked
package dev.assay.assessment.runtime;

import org.jspecify.annotations.NullMarked;
