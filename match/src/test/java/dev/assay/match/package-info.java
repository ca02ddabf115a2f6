@NullMarked
package dev.assay.match;

import org.jspecify.annotations.NullMarked;
