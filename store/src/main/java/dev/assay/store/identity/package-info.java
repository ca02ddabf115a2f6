/// Identities and keys in PostgreSQL, their secrets encrypted, and the cache of them that every
/// request asks.
@NullMarked
package dev.assay.store.identity;

import org.jspecify.annotations.NullMarked;
