/// Findings summed up by what they have in common: questions, answers and the port that answers
/// them. How an API names the sums is not known here.
@NullMarked
package dev.assay.assessment.aggregation;

import org.jspecify.annotations.NullMarked;
