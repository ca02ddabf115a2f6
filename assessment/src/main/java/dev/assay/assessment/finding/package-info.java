/// Findings and their life: what was observed on a resource, reconciled with what was known, and
/// how findings are asked for. One piece of code for every kind of finding, whoever triggered the
/// assessment; it must not know how a rule was judged.
@NullMarked
package dev.assay.assessment.finding;

import org.jspecify.annotations.NullMarked;
