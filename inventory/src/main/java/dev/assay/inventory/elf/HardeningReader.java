package dev.assay.inventory.elf;

import dev.assay.inventory.elf.ElfFile.Section;
import dev.assay.inventory.elf.ElfFile.Segment;
import dev.assay.model.runtime.Hardening;
import dev.assay.model.runtime.Hardening.ExecutableStack;
import dev.assay.model.runtime.Hardening.Relocations;
import dev.assay.model.runtime.Hardening.StackCookies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// Reads how a program was built.
///
/// Stack cookies show by the name of the function that is called when one was overwritten, in the
/// names of the symbols or, of a stripped program, of those it takes from libraries.
public final class HardeningReader {
  private static final int SHARED_OBJECT = 3;
  private static final int DYNAMIC = 2;
  private static final int STACK = 0x6474e551;
  private static final int READ_ONLY_AFTER = 0x6474e552;
  private static final int EXECUTE = 1;
  private static final long BIND_NOW = 24;
  private static final long FLAGS = 30;
  private static final long FLAG_BIND_NOW = 8;
  private static final long FLAGS_1 = 0x6ffffffbL;
  private static final long FLAG_1_NOW = 1;
  private static final int MOST_DYNAMIC = 1 << 20;

  private HardeningReader() {}

  /// Empty where the bytes do not begin as an ELF file does.
  ///
  /// @throws MalformedElfException if the file is damaged
  public static Optional<Hardening> read(ElfBytes bytes) throws IOException {
    Optional<ElfFile> file = ElfFile.open(bytes);
    return file.isEmpty() ? Optional.empty() : Optional.of(hardening(file.get()));
  }

  private static Hardening hardening(ElfFile file) throws IOException {
    return new Hardening(
        stackCookies(file), stack(file), relocations(file), file.type() == SHARED_OBJECT);
  }

  private static StackCookies stackCookies(ElfFile file) throws IOException {
    SymbolNames names = new SymbolNames(file);
    if (names.mention("__stack_chk_fail") || names.mention("__stack_chk_guard")) {
      return StackCookies.PRESENT;
    }
    boolean checksBounds = checksBounds(file);
    return names.areThere() && !checksBounds ? StackCookies.ABSENT : StackCookies.UNKNOWN;
  }

  /// Whether a compiler of Go or Rust made it.
  private static boolean checksBounds(ElfFile file) throws IOException {
    for (Section section : file.sections()) {
      if (section.name().equals(".note.go.buildid") || section.name().equals(".gopclntab")) {
        return true;
      }
      if (section.name().equals(".comment")
          && SymbolNames.mentions(file, section, "rustc version")) {
        return true;
      }
    }
    return false;
  }

  private static ExecutableStack stack(ElfFile file) {
    return segment(file, STACK)
        .map(
            stack ->
                (stack.flags() & EXECUTE) == 0
                    ? ExecutableStack.REFUSED
                    : ExecutableStack.REQUESTED)
        .orElse(ExecutableStack.UNSTATED);
  }

  private static Relocations relocations(ElfFile file) throws IOException {
    if (segment(file, READ_ONLY_AFTER).isEmpty()) {
      return Relocations.NONE;
    }
    return bindsNow(file) ? Relocations.FULL : Relocations.PARTIAL;
  }

  private static boolean bindsNow(ElfFile file) throws IOException {
    Optional<Segment> dynamic = segment(file, DYNAMIC);
    if (dynamic.isEmpty()) {
      return false;
    }
    Segment place = dynamic.get();
    ByteBuffer entries = file.read(place.offset(), Math.min(place.size(), MOST_DYNAMIC));
    while (entries.remaining() >= (file.isWide() ? 16 : 8)) {
      long tag = file.isWide() ? entries.getLong() : Integer.toUnsignedLong(entries.getInt());
      long value = file.isWide() ? entries.getLong() : Integer.toUnsignedLong(entries.getInt());
      if (tag == 0) {
        return false;
      }
      if (tag == BIND_NOW
          || (tag == FLAGS && (value & FLAG_BIND_NOW) != 0)
          || (tag == FLAGS_1 && (value & FLAG_1_NOW) != 0)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Segment> segment(ElfFile file, int type) {
    List<Segment> segments = file.segments();
    return segments.stream().filter(segment -> segment.type() == type).findFirst();
  }
}
