/// SCAP source datastreams: which components there are and how they name each other.
@NullMarked
package dev.assay.scap.source;

import org.jspecify.annotations.NullMarked;
