package dev.assay.store;

import dev.assay.assessment.transaction.Writing;
import org.jdbi.v3.core.Handle;

/// A transaction is the connection it runs on. Where it was opened to read, the domain sees it as
/// `Reading` and the server refuses any change.
record JdbiTransaction(Handle handle) implements Writing {}
