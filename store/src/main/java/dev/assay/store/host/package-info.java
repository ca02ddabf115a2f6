/// The traits of hosts in PostgreSQL.
@NullMarked
package dev.assay.store.host;

import org.jspecify.annotations.NullMarked;
