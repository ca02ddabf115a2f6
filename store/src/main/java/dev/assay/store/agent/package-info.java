/// Agents and their tokens in PostgreSQL.
@NullMarked
package dev.assay.store.agent;

import org.jspecify.annotations.NullMarked;
