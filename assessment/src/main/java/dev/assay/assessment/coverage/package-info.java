/// What of each resource is being assessed, and if not, why not: nothing that was not looked at
/// may read as clean.
@NullMarked
package dev.assay.assessment.coverage;

import org.jspecify.annotations.NullMarked;
