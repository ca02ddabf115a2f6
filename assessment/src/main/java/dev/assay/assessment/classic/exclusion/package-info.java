/// What a run could not assess, and why; and the same said before a run. It must not know what the
/// rules found.
@NullMarked
package dev.assay.assessment.classic.exclusion;

import org.jspecify.annotations.NullMarked;
