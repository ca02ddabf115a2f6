/// What a machine calls itself, read from its files.
@NullMarked
package dev.assay.inventory.machine;

import org.jspecify.annotations.NullMarked;
