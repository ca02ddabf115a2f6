/// How much one caller may ask for.
@NullMarked
package dev.assay.server.limit;

import org.jspecify.annotations.NullMarked;
