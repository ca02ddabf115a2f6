/// Writers of results, one per format: assessments and inventories in, text out to a stream the
/// caller opened. Pure: it must know nothing of files, of terminals, of the clock or of how a
/// verdict was reached.
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
