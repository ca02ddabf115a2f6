/// Tests of the report writers.
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
