/// When something that recurs is due: EventBridge's cron and rate expressions, and what is done
/// about moments that were missed or that come too early. It must not know what recurs.
@NullMarked
package dev.assay.assessment.schedule;

import org.jspecify.annotations.NullMarked;
