/// Evidence comes in here, whoever collected it: it is kept, brought together with advisories, and
/// what follows is reconciled with what was known. It must not know by which way evidence came.
@NullMarked
package dev.assay.assessment.evidence;

import org.jspecify.annotations.NullMarked;
