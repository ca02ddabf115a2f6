package dev.assay.inventory.runtime;

import dev.assay.inventory.tree.Lookup;
import dev.assay.model.runtime.Hardening;

/// Tells how a program file was built, where its bytes can be had.
@FunctionalInterface
public interface HardeningLookup {
  /// Absent where the file is gone or is no ELF file.
  Lookup<Hardening> of(String path);
}
