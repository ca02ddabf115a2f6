/// The operations of Inspector Classic: each turns a request of the API's into a call of the
/// service, and what that gives into an answer. It decides nothing, and must not know where
/// anything is kept nor how requests come in.
@NullMarked
package dev.assay.inspector.classic;

import org.jspecify.annotations.NullMarked;
