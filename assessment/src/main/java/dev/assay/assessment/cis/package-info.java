/// CIS benchmarks: configurations that say what is scanned and when, the scans that come of them,
/// and what agents' sessions and benchmarks that are handed in report to them. It must not know how
/// a rule is evaluated.
@NullMarked
package dev.assay.assessment.cis;

import org.jspecify.annotations.NullMarked;
