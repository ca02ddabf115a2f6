/// The order of versions, exactly as each package manager has it, and ranges over it. It must
/// know nothing of advisories or of where a version came from.
@NullMarked
package dev.assay.version;

import org.jspecify.annotations.NullMarked;
