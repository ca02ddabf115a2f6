/// How ELF files were built: their headers and the names of their symbols. It must not know what is
/// thought of that.
@NullMarked
package dev.assay.inventory.elf;

import org.jspecify.annotations.NullMarked;
