/// Accounts' settings and memberships in PostgreSQL.
@NullMarked
package dev.assay.store.account;

import org.jspecify.annotations.NullMarked;
