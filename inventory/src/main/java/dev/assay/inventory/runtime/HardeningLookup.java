package dev.assay.inventory.runtime;

import dev.assay.inventory.elf.ElfBytes;
import dev.assay.inventory.elf.HardeningReader;
import dev.assay.inventory.elf.MalformedElfException;
import dev.assay.inventory.tree.IoReason;
import dev.assay.inventory.tree.LimitExceededException;
import dev.assay.inventory.tree.Lookup;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.runtime.Hardening;
import java.io.EOFException;
import java.io.IOException;

/// Tells how a program file was built, where its bytes can be had.
@FunctionalInterface
public interface HardeningLookup {
  /// Absent where the file is gone or is no ELF file.
  Lookup<Hardening> of(String path);

  /// Reads and closes the bytes of a program file.
  ///
  /// @param path as it is called in what is told
  static Lookup<Hardening> read(String path, ElfBytes program) {
    try (program) {
      return HardeningReader.read(program)
          .<Lookup<Hardening>>map(Lookup.Found::new)
          .orElseGet(Lookup.Absent::new);
    } catch (LimitExceededException e) {
      return new Lookup.Unreadable<>(path, Reason.LIMIT, e.getMessage());
    } catch (MalformedElfException | EOFException e) {
      return new Lookup.Unreadable<>(path, Reason.UNPARSEABLE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Lookup.Unreadable<>(path, Reason.UNREADABLE, String.valueOf(IoReason.of(e)));
    }
  }
}
