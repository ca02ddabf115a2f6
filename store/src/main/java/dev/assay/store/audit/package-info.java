/// The audit log in one table that refuses changes.
@NullMarked
package dev.assay.store.audit;

import org.jspecify.annotations.NullMarked;
