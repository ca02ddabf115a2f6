@NullMarked
package dev.assay.assessment.schedule;

import org.jspecify.annotations.NullMarked;
