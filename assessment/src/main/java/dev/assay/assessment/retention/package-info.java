/// How long the service keeps what is over.
@NullMarked
package dev.assay.assessment.retention;

import org.jspecify.annotations.NullMarked;
