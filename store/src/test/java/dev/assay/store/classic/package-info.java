@NullMarked
package dev.assay.store.classic;

import org.jspecify.annotations.NullMarked;
