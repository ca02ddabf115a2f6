/// Filters: questions on findings that a tenant keeps by name, to see again or to suppress what
/// they match.
@NullMarked
package dev.assay.assessment.suppression;

import org.jspecify.annotations.NullMarked;
