@NullMarked
package dev.assay.inspector.classic;

import org.jspecify.annotations.NullMarked;
