/// The service as a process: the composition root of `assay serve`.
@NullMarked
package dev.assay.server;

import org.jspecify.annotations.NullMarked;
