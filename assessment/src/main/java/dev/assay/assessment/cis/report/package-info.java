/// Reports of scans, for spreadsheets and for print. It must not know how they are handed out.
@NullMarked
package dev.assay.assessment.cis.report;

import org.jspecify.annotations.NullMarked;
