@NullMarked
package dev.assay.conformance;

import org.jspecify.annotations.NullMarked;
