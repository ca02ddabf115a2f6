/// What marks, names and tokens of the service are made with.
@NullMarked
package dev.assay.assessment.digest;

import org.jspecify.annotations.NullMarked;
