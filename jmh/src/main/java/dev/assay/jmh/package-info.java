@NullMarked
package dev.assay.jmh;

import org.jspecify.annotations.NullMarked;
