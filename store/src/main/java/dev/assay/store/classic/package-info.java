/// Where Inspector Classic's things are kept in PostgreSQL: the ports of `assessment.classic`. It
/// must decide nothing.
@NullMarked
package dev.assay.store.classic;

import org.jspecify.annotations.NullMarked;
