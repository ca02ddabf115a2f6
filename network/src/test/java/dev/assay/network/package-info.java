/// Tests of the analysis, and a second way of computing the same.
@NullMarked
package dev.assay.network;

import org.jspecify.annotations.NullMarked;
