/// Findings and filters in PostgreSQL: questions become SQL over stored, indexed columns, and what
/// changes is written in bulk. The life of a finding is decided elsewhere.
@NullMarked
package dev.assay.store.finding;

import org.jspecify.annotations.NullMarked;
