/// Imports advisories in the Open Source Vulnerability format of the distributions that publish
/// it: one reading of the format, and a dialect for each publisher. It must know nothing of where
/// documents come from or where records go.
@NullMarked
package dev.assay.feeds.osv;

import org.jspecify.annotations.NullMarked;
