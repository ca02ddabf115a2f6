/// A benchmark evaluated over a host: applicability, rules, scores.
@NullMarked
package dev.assay.scap.evaluation;

import org.jspecify.annotations.NullMarked;
