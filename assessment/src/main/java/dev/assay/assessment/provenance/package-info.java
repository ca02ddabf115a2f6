/// By which way each part of what is known of a host came: coverage that can be traced.
@NullMarked
package dev.assay.assessment.provenance;

import org.jspecify.annotations.NullMarked;
