package dev.assay.inventory.elf;

import java.io.IOException;

/// The bytes begin as an ELF file does and then are none.
public final class MalformedElfException extends IOException {
  MalformedElfException(String why) {
    super(why);
  }
}
