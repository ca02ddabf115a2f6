/// Agents on hosts: the tokens that let them in, what each told of itself, and what they are to
/// collect. It must not know how an agent collects, nor how it is told.
@NullMarked
package dev.assay.assessment.agent;

import org.jspecify.annotations.NullMarked;
