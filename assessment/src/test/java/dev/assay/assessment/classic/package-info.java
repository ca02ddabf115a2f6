@NullMarked
package dev.assay.assessment.classic;

import org.jspecify.annotations.NullMarked;
