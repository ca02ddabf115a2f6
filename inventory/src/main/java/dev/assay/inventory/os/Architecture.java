package dev.assay.inventory.os;

import dev.assay.inventory.tree.FileTree;
import dev.assay.model.NotEvaluated.Gap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// For which processor a root was built, in the kernel's words (`uname -m`).
public final class Architecture {
  private static final int ELF_HEADER = 20;
  private static final List<String> PROGRAMS =
      List.of("bin/sh", "usr/bin/env", "bin/busybox", "usr/bin/rpm", "sbin/ldconfig", "sbin/apk");

  private Architecture() {}

  /// What the ELF header of one of the programs every root has says; empty where none is there.
  public static Optional<String> of(FileTree tree) {
    for (String program : PROGRAMS) {
      Optional<String> machine =
          tree.head(program, ELF_HEADER).orReport(Gap.PART, gap -> {}).flatMap(Architecture::ofElf);
      if (machine.isPresent()) {
        return machine;
      }
    }
    return Optional.empty();
  }

  /// Reads `e_machine` of an ELF header of at least twenty bytes.
  static Optional<String> ofElf(byte[] header) {
    if (header.length < ELF_HEADER
        || header[0] != 0x7f
        || header[1] != 'E'
        || header[2] != 'L'
        || header[3] != 'F') {
      return Optional.empty();
    }
    boolean wide = header[4] == 2;
    boolean little = header[5] == 1;
    ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    int machine = Short.toUnsignedInt(ByteBuffer.wrap(header).order(order).getShort(18));
    return Optional.ofNullable(
        switch (machine) {
          case 3 -> "i686";
          case 8 -> wide ? "mips64" : "mips";
          case 20 -> "ppc";
          case 21 -> little ? "ppc64le" : "ppc64";
          case 22 -> wide ? "s390x" : "s390";
          case 40 -> "armv7l";
          case 62 -> "x86_64";
          case 183 -> "aarch64";
          case 243 -> wide ? "riscv64" : "riscv32";
          case 258 -> "loongarch64";
          default -> null;
        });
  }

  /// The kernel's word for a package manager's; empty for packages that fit every processor.
  public static Optional<String> ofPackages(String architecture) {
    return Optional.ofNullable(
        switch (architecture) {
          case "", "all", "any", "noarch", "(none)" -> null;
          case "amd64" -> "x86_64";
          case "arm64" -> "aarch64";
          case "i386", "x86" -> "i686";
          case "armhf", "armv7", "armv7hl" -> "armv7l";
          case "ppc64el" -> "ppc64le";
          case "loong64" -> "loongarch64";
          case "mips64el" -> "mips64";
          default -> architecture;
        });
  }
}
