/// What an assessment consists of: rules packages, a duration, attributes for its findings. It must
/// not know how a run goes.
@NullMarked
package dev.assay.assessment.classic.template;

import org.jspecify.annotations.NullMarked;
