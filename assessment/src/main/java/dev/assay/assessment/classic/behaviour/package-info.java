/// `Runtime Behavior Analysis`: rules over what samples of a running host show. It must not know
/// how the samples were taken.
@NullMarked
package dev.assay.assessment.classic.behaviour;

import org.jspecify.annotations.NullMarked;
