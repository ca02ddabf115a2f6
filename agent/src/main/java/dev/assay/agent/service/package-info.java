/// A service as its clients see it: operations, signed and sent. It must not know what the
/// operations are for.
@NullMarked
package dev.assay.agent.service;

import org.jspecify.annotations.NullMarked;
