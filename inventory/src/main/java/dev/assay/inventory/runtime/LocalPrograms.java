package dev.assay.inventory.runtime;

import dev.assay.inventory.elf.ElfBytes;
import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.IoReason;
import dev.assay.inventory.tree.Lookup;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.runtime.Hardening;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/// Program files of a tree that lies on a disk of this machine.
public final class LocalPrograms implements HardeningLookup {
  private final FileTree tree;

  public LocalPrograms(FileTree tree) {
    this.tree = tree;
  }

  @Override
  public Lookup<Hardening> of(String path) {
    Optional<Path> file = tree.localFile(path);
    return file.isEmpty() ? new Lookup.Absent<>() : read(path, file.get());
  }

  private static Lookup<Hardening> read(String path, Path file) {
    try {
      return HardeningLookup.read(path, ElfBytes.of(FileChannel.open(file)));
    } catch (IOException e) {
      return new Lookup.Unreadable<>(path, Reason.UNREADABLE, String.valueOf(IoReason.of(e)));
    }
  }
}
