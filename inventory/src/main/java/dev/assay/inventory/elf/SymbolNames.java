package dev.assay.inventory.elf;

import dev.assay.inventory.elf.ElfFile.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The names of an ELF file's symbols, in the string tables that its symbol tables are linked to.
final class SymbolNames {
  private static final int SYMBOLS = 2;
  private static final int DYNAMIC_SYMBOLS = 11;
  private static final int PIECE = 1 << 20;

  private final ElfFile file;
  private final List<Section> tables;

  SymbolNames(ElfFile file) {
    this.file = file;
    this.tables =
        file.sections().stream()
            .filter(section -> section.type() == SYMBOLS || section.type() == DYNAMIC_SYMBOLS)
            .filter(section -> section.link() > 0 && section.link() < file.sections().size())
            .map(section -> file.sections().get(section.link()))
            .toList();
  }

  /// Whether there is any table of symbols.
  boolean areThere() {
    return !tables.isEmpty();
  }

  /// Whether one begins with, or has within it, these characters; a version may follow them.
  boolean mention(String name) throws IOException {
    for (Section table : tables) {
      if (mentions(file, table, name)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a section has these characters, looked for in pieces that overlap.
  static boolean mentions(ElfFile file, Section section, String text) throws IOException {
    long end = section.offset() + section.size();
    for (long at = section.offset(); at < end; at += PIECE) {
      long length = Math.min(PIECE + text.length(), end - at);
      if (StandardCharsets.ISO_8859_1.decode(file.read(at, length)).toString().contains(text)) {
        return true;
      }
    }
    return false;
  }
}
