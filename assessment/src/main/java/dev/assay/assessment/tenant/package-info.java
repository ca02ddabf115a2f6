/// Whose data it is: accounts and regions. Everything the service keeps belongs to one tenant, and
/// nothing here knows what is kept.
@NullMarked
package dev.assay.assessment.tenant;

import org.jspecify.annotations.NullMarked;
