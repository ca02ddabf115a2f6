package dev.assay.inventory.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The header, segments and sections of an ELF file of either word size and byte order, as the
/// System V ABI lays them out.
final class ElfFile {
  private static final int IDENT = 16;
  private static final int MOST_HEADERS = 1 << 16;

  private final ElfBytes bytes;
  private final boolean wide;
  private final ByteOrder order;
  private final int type;
  private final List<Segment> segments;
  private final List<Section> sections;

  /// A program header.
  record Segment(int type, int flags, long offset, long size) {}

  /// A section header.
  ///
  /// @param name empty where the file names no sections
  record Section(String name, int type, long offset, long size, int link) {}

  private ElfFile(ElfBytes bytes, byte[] ident) throws IOException {
    this.bytes = bytes;
    this.wide = word(ident);
    this.order = order(ident);
    ByteBuffer header = read(0, wide ? 64 : 52);
    this.type = header.getShort(16) & 0xffff;
    this.segments = segments(header);
    this.sections = sections(header);
  }

  /// Empty where the bytes do not begin as an ELF file does.
  ///
  /// @throws MalformedElfException if it is damaged
  static Optional<ElfFile> open(ElfBytes bytes) throws IOException {
    if (bytes.size() < IDENT) {
      return Optional.empty();
    }
    byte[] ident = bytes.read(0, IDENT);
    boolean elf = ident[0] == 0x7f && ident[1] == 'E' && ident[2] == 'L' && ident[3] == 'F';
    return elf ? Optional.of(new ElfFile(bytes, ident)) : Optional.empty();
  }

  /// `e_type`.
  int type() {
    return type;
  }

  List<Segment> segments() {
    return segments;
  }

  List<Section> sections() {
    return sections;
  }

  /// Whether addresses have 64 bits.
  boolean isWide() {
    return wide;
  }

  /// Bytes of the file in its own byte order.
  ///
  /// @throws MalformedElfException if the file has not so many
  ByteBuffer read(long position, long length) throws IOException {
    long size = bytes.size();
    if (position < 0 || length < 0 || length > Integer.MAX_VALUE || position > size - length) {
      throw new MalformedElfException(
          "It has " + size + " bytes, and " + length + " are said to be at " + position + ".");
    }
    return ByteBuffer.wrap(bytes.read(position, (int) length)).order(order);
  }

  private static boolean word(byte[] ident) throws MalformedElfException {
    return switch (ident[4]) {
      case 1 -> false;
      case 2 -> true;
      default -> throw new MalformedElfException("Its class is " + ident[4] + ", not 1 or 2.");
    };
  }

  private static ByteOrder order(byte[] ident) throws MalformedElfException {
    return switch (ident[5]) {
      case 1 -> ByteOrder.LITTLE_ENDIAN;
      case 2 -> ByteOrder.BIG_ENDIAN;
      default -> throw new MalformedElfException("Its encoding is " + ident[5] + ", not 1 or 2.");
    };
  }

  private long address(ByteBuffer from, int wideAt, int narrowAt) {
    return wide ? from.getLong(wideAt) : Integer.toUnsignedLong(from.getInt(narrowAt));
  }

  private int half(ByteBuffer from, int wideAt, int narrowAt) {
    return from.getShort(wide ? wideAt : narrowAt) & 0xffff;
  }

  private List<Segment> segments(ByteBuffer header) throws IOException {
    List<Segment> all = new ArrayList<>();
    for (ByteBuffer one :
        table(
            address(header, 32, 28), half(header, 54, 42), half(header, 56, 44), wide ? 56 : 32)) {
      all.add(
          new Segment(
              one.getInt(0), one.getInt(wide ? 4 : 24), address(one, 8, 4), address(one, 32, 16)));
    }
    return List.copyOf(all);
  }

  private List<Section> sections(ByteBuffer header) throws IOException {
    long offset = address(header, 40, 32);
    int size = half(header, 58, 46);
    int count = half(header, 60, 48);
    if (offset == 0) {
      return List.of();
    }
    if (count == 0) {
      // More than the header has room for: the first section header tells.
      long told = address(table(offset, size, 1, smallest()).getFirst(), 32, 20);
      if (told < 0 || told > MOST_HEADERS) {
        throw new MalformedElfException("It is said to have " + told + " sections.");
      }
      count = (int) told;
    }
    return named(table(offset, size, count, smallest()), half(header, 62, 50));
  }

  private int smallest() {
    return wide ? 64 : 40;
  }

  private List<Section> named(List<ByteBuffer> headers, int names) throws IOException {
    String text = "";
    if (names > 0 && names < headers.size()) {
      ByteBuffer table = headers.get(names);
      ByteBuffer content = read(address(table, 24, 16), Math.min(address(table, 32, 20), 1 << 20));
      text = StandardCharsets.ISO_8859_1.decode(content).toString();
    }
    List<Section> all = new ArrayList<>();
    for (ByteBuffer one : headers) {
      all.add(
          new Section(
              name(text, one.getInt(0)),
              one.getInt(4),
              address(one, 24, 16),
              address(one, 32, 20),
              one.getInt(wide ? 40 : 24)));
    }
    return List.copyOf(all);
  }

  private static String name(String names, int at) {
    int end = at < 0 || at >= names.length() ? -1 : names.indexOf('\0', at);
    return end < 0 ? "" : names.substring(at, end);
  }

  /// The entries of a table of headers, each of at least `smallest` bytes.
  private List<ByteBuffer> table(long offset, int size, int count, int smallest)
      throws IOException {
    if (count == 0) {
      return List.of();
    }
    if (size < smallest) {
      throw new MalformedElfException("Its headers have " + size + " bytes, not " + smallest + ".");
    }
    ByteBuffer whole = read(offset, (long) size * count);
    List<ByteBuffer> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(whole.slice(i * size, size).order(order));
    }
    return entries;
  }
}
