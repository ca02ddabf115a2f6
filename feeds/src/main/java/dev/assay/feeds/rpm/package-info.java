/// What the feeds of RPM distributions have in common: the builds that an erratum lists. It must
/// know nothing of any one feed's format.
@NullMarked
package dev.assay.feeds.rpm;

import org.jspecify.annotations.NullMarked;
