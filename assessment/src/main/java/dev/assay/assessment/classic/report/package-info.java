/// Reports of runs: asked for, written as work, fetched by a link. It must not know how a link is
/// signed or a page printed.
@NullMarked
package dev.assay.assessment.classic.report;

import org.jspecify.annotations.NullMarked;
