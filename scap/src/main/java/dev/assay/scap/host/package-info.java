/// What an evaluation may ask of a host: files and packages. Everything else is derived from these.
// Must not know where the host is.
@NullMarked
package dev.assay.scap.host;

import org.jspecify.annotations.NullMarked;
