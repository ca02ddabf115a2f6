/// Conditions as SQL text and values, for questions whose form is known only when they are asked.
@NullMarked
package dev.assay.store.sql;

import org.jspecify.annotations.NullMarked;
