/// Which accounts an account administers. Both sides have to agree: an account names its
/// administrator, and the administrator takes it in; until both have, neither sees anything of the
/// other.
@NullMarked
package dev.assay.assessment.organization;

import org.jspecify.annotations.NullMarked;
