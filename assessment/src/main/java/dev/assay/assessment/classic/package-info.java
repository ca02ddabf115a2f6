/// What all of Inspector Classic shares: its ARNs, its refusals, its pages and patterns. The
/// packages below have one noun of Classic each. None of them knows how a request came in or where
/// rows lie.
@NullMarked
package dev.assay.assessment.classic;

import org.jspecify.annotations.NullMarked;
