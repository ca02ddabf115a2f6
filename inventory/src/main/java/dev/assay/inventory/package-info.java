@NullMarked
package dev.assay.inventory;

import org.jspecify.annotations.NullMarked;
