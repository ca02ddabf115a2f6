/// What is assessed: hosts, images and functions, their tags and what is known of them beside the
/// evidence. It must not know how the evidence came in nor what was found.
@NullMarked
package dev.assay.assessment.resource;

import org.jspecify.annotations.NullMarked;
