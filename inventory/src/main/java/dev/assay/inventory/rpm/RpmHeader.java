package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A package's header as the database keeps it, that of rpm 3 included.
///
/// # Layout
///
/// All numbers are big endian. `il`, the number of index entries, and `dl`, the length of the
/// data, come first; `il` entries of 16 bytes follow (tag, type, offset into the data, count),
/// then the data. There is no magic in front, unlike in a package file.
///
/// # Regions
///
/// The first entry is usually a region (tag 63, HEADERIMMUTABLE): its offset leads to a trailer
/// of the same form, whose negative offset says how many of the entries were in the package as it
/// was built. What came at installation (the time, the modularity label where a tool adds it)
/// follows as *dribbles*, and a dribble replaces the region's entry of the same tag. Hence the
/// last entry of a tag wins.
///
/// # Checks
///
/// Every entry's type, offset and count are checked against the data when the header is parsed;
/// text is cut out only when it is asked for.
final class RpmHeader {
  private static final int MOST_ENTRIES = 0xffff;
  private static final int ENTRY_LENGTH = 16;
  private static final int INTRO_LENGTH = 8;
  private static final int FIRST_REGION_TAG = 61;
  private static final int LAST_REGION_TAG = 63;
  private static final int FIRST_TAG = 100;

  private static final int TYPE_CHAR = 1;
  private static final int TYPE_INT32 = 4;
  private static final int TYPE_INT64 = 5;
  private static final int TYPE_STRING = 6;
  private static final int TYPE_BIN = 7;
  private static final int TYPE_STRING_ARRAY = 8;
  private static final int TYPE_I18N_STRING = 9;
  private static final int[] ELEMENT_LENGTHS = {0, 1, 1, 2, 4, 8, 1, 1, 1, 1};
  private static final int ABSENT = -1;

  private final Octets blob;
  private final int entries;
  private final int dataStart;
  private final int dataLength;
  private final Map<HeaderTag, Integer> entryOfTag = new EnumMap<>(HeaderTag.class);

  private RpmHeader(Octets blob, int entries, int dataLength) {
    this.blob = blob;
    this.entries = entries;
    this.dataStart = INTRO_LENGTH + entries * ENTRY_LENGTH;
    this.dataLength = dataLength;
  }

  /// Parses big-endian bytes; throws DamagedException. The header is valid as long as the bytes
  /// are.
  static RpmHeader parse(Octets blob) {
    unless(blob.length() >= INTRO_LENGTH, "The header has only " + blob.length() + " bytes.");
    int entries = blob.int32(0);
    int dataLength = blob.int32(4);
    unless(
        entries > 0 && entries <= MOST_ENTRIES,
        "The header claims " + Integer.toUnsignedString(entries) + " entries.");
    if (blob.length() != INTRO_LENGTH + (long) entries * ENTRY_LENGTH + dataLength) {
      throw new DamagedException(
          "The header has "
              + blob.length()
              + " bytes, which do not fit its "
              + entries
              + " entries and "
              + Integer.toUnsignedString(dataLength)
              + " bytes of data.");
    }
    RpmHeader header = new RpmHeader(blob, entries, dataLength);
    header.readIndex();
    return header;
  }

  /// A tag's text; the first one of several, which of translated text is the untranslated one.
  /// Null where the tag is absent or its text is blank.
  @Nullable String text(HeaderTag tag) {
    int entry = textEntry(tag);
    if (entry == ABSENT) {
      return null;
    }
    String text = new Strings(tag, entry).next();
    return text.isBlank() ? null : text;
  }

  /// A tag's first number, unsigned.
  OptionalLong number(HeaderTag tag) {
    int entry = numberEntry(tag);
    return entry == ABSENT
        ? OptionalLong.empty()
        : OptionalLong.of(blob.u32(dataStart + offset(entry)));
  }

  /// A tag's texts; empty where the tag is absent.
  List<String> texts(HeaderTag tag) {
    int entry = textEntry(tag);
    if (entry == ABSENT) {
      return List.of();
    }
    Strings strings = new Strings(tag, entry);
    List<String> texts = new ArrayList<>(count(entry));
    for (int i = count(entry); i > 0; i--) {
      texts.add(strings.next());
    }
    return texts;
  }

  /// A tag's numbers; empty where the tag is absent.
  int[] numbers(HeaderTag tag) {
    int entry = numberEntry(tag);
    if (entry == ABSENT) {
      return new int[0];
    }
    int[] numbers = new int[count(entry)];
    int start = dataStart + offset(entry);
    Arrays.setAll(numbers, i -> blob.int32(start + i * Integer.BYTES));
    return numbers;
  }

  /// A tag's numbers of whatever width, unsigned but for the widest; empty where the tag is absent.
  long[] integers(HeaderTag tag) {
    int entry = entryOfTag.getOrDefault(tag, ABSENT);
    if (entry == ABSENT) {
      return new long[0];
    }
    int type = blob.int32(INTRO_LENGTH + entry * ENTRY_LENGTH + 4);
    unless(type >= TYPE_CHAR && type <= TYPE_INT64, "The header's " + tag + " is no number.");
    int width = ELEMENT_LENGTHS[type];
    int start = dataStart + offset(entry);
    long[] numbers = new long[count(entry)];
    Arrays.setAll(numbers, i -> integer(start + i * width, width));
    return numbers;
  }

  private long integer(int at, int width) {
    return switch (width) {
      case 1 -> blob.u8(at);
      case 2 -> blob.u16(at);
      case 4 -> blob.u32(at);
      default -> blob.int64(at);
    };
  }

  /// A tag's bytes; empty where the tag is absent.
  byte[] bytes(HeaderTag tag) {
    int entry = entryOfTag.getOrDefault(tag, ABSENT);
    if (entry == ABSENT) {
      return new byte[0];
    }
    byte[] bytes = new byte[count(entry)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) blob.u8(dataStart + offset(entry) + i);
    }
    return bytes;
  }

  private void readIndex() {
    for (int entry = 0; entry < entries; entry++) {
      int tag = checkedTag(entry);
      HeaderTag wanted = HeaderTag.of(tag);
      if (wanted != null) {
        entryOfTag.put(wanted, entry);
      }
    }
  }

  private int checkedTag(int entry) {
    int at = INTRO_LENGTH + entry * ENTRY_LENGTH;
    int tag = blob.int32(at);
    int type = blob.int32(at + 4);
    int offset = blob.int32(at + 8);
    int count = blob.int32(at + 12);
    if (type < 0 || type >= ELEMENT_LENGTHS.length) {
      throw new DamagedException("The header's tag " + tag + " has type " + type + ".");
    }
    if (offset < 0
        || offset > dataLength
        || count < 0
        || (long) ELEMENT_LENGTHS[type] * count > dataLength - offset) {
      throw new DamagedException("The header's tag " + tag + " reaches out of its data.");
    }
    if (tag < FIRST_TAG) {
      unless(
          entry == 0 && tag >= FIRST_REGION_TAG && tag <= LAST_REGION_TAG,
          "The header's entry " + entry + " has tag " + tag + ".");
      checkRegion(type, offset, count);
    }
    return tag;
  }

  private void checkRegion(int type, int offset, int count) {
    unless(type == TYPE_BIN && count == ENTRY_LENGTH, "The header's region has no trailer.");
    if (offset == 0) {
      return; // rpm 3 wrote no trailer: all entries are the region
    }
    long length = -(long) blob.int32(dataStart + offset + 8);
    unless(
        length > 0 && length % ENTRY_LENGTH == 0 && length / ENTRY_LENGTH <= entries,
        "The header's region claims " + length + " bytes of entries.");
  }

  private int textEntry(HeaderTag tag) {
    int entry = entryOfTag.getOrDefault(tag, ABSENT);
    if (entry != ABSENT) {
      int type = blob.int32(INTRO_LENGTH + entry * ENTRY_LENGTH + 4);
      unless(
          (type == TYPE_STRING || type == TYPE_STRING_ARRAY || type == TYPE_I18N_STRING)
              && count(entry) > 0,
          "The header's " + tag + " is no text.");
    }
    return entry;
  }

  private int numberEntry(HeaderTag tag) {
    int entry = entryOfTag.getOrDefault(tag, ABSENT);
    if (entry != ABSENT) {
      int type = blob.int32(INTRO_LENGTH + entry * ENTRY_LENGTH + 4);
      unless(type == TYPE_INT32 && count(entry) > 0, "The header's " + tag + " is no number.");
    }
    return entry;
  }

  private int offset(int entry) {
    return blob.int32(INTRO_LENGTH + entry * ENTRY_LENGTH + 8);
  }

  private int count(int entry) {
    return blob.int32(INTRO_LENGTH + entry * ENTRY_LENGTH + 12);
  }

  /// The NUL-terminated texts of one entry, in turn.
  private final class Strings {
    private final HeaderTag tag;
    private int position;

    Strings(HeaderTag tag, int entry) {
      this.tag = tag;
      this.position = dataStart + offset(entry);
    }

    String next() {
      int end = blob.indexOf(0, position);
      unless(end >= 0, "The header's " + tag + " has a text without an end.");
      String text = blob.text(position, end - position);
      position = end + 1;
      return text;
    }
  }
}
