/// Signals between nodes: that something changed, not what became of it. They may be lost and may
/// come twice, so that whoever hears one looks at the store, and whoever must not miss one also
/// looks from time to time.
@NullMarked
package dev.assay.assessment.signal;

import org.jspecify.annotations.NullMarked;
