/// The service itself: what is assessed, for whom, when, and what became of the findings. Pure:
/// what it needs of the world (a store, a clock, advisories) comes through ports, and it knows no
/// protocol.
@NullMarked
package dev.assay.assessment;

import org.jspecify.annotations.NullMarked;
