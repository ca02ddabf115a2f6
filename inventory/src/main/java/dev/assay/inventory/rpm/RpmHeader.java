package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A package's header as the database keeps it, that of rpm 3 included.
///
/// # Layout
/// All numbers are big endian. `il`, the number of index entries, and `dl`, the length of the
/// data, come first; `il` entries of 16 bytes follow (tag, type, offset into the data, count),
/// then the data. There is no magic in front, unlike in a package file.
///
/// # Regions
/// The first entry is usually a region (tag 63, HEADERIMMUTABLE): its offset leads to a trailer
/// of the same form, whose negative offset says how many of the entries were in the package as it
/// was built. What came at installation (the time, the modularity label where a tool adds it)
/// follows as *dribbles*, and a dribble replaces the region's entry of the same tag. Hence the
/// last entry of a tag wins.
///
/// # Checks
/// Every entry's type, offset and count are checked against the data when the header is parsed;
/// text is cut out only when it is asked for.
final class RpmHeader {
  private static final int MOST_ENTRIES = 0xffff;
  private static final int ENTRY_LENGTH = 16;
  private static final int INTRO_LENGTH = 8;
  private static final int FIRST_REGION_TAG = 61;
  private static final int LAST_REGION_TAG = 63;
  private static final int FIRST_TAG = 100;

  private static final int TYPE_INT32 = 4;
  private static final int TYPE_STRING = 6;
  private static final int TYPE_BIN = 7;
  private static final int TYPE_STRING_ARRAY = 8;
  private static final int TYPE_I18N_STRING = 9;
  private static final int[] ELEMENT_LENGTHS = {0, 1, 1, 2, 4, 8, 1, 1, 1, 1};

  private final ByteBuffer blob;
  private final int entries;
  private final int dataStart;
  private final int dataLength;

  private RpmHeader(ByteBuffer blob, int entries, int dataLength) {
    this.blob = blob;
    this.entries = entries;
    this.dataStart = INTRO_LENGTH + entries * ENTRY_LENGTH;
    this.dataLength = dataLength;
  }

  /// Parses a blob from its position to its limit; throws DamagedException.
  static RpmHeader parse(ByteBuffer bytes) {
    ByteBuffer blob = bytes.slice();
    unless(blob.limit() >= INTRO_LENGTH, "The header has only " + blob.limit() + " bytes.");
    int entries = blob.getInt(0);
    int dataLength = blob.getInt(4);
    unless(
        entries > 0 && entries <= MOST_ENTRIES,
        "The header claims " + Integer.toUnsignedString(entries) + " entries.");
    unless(
        blob.limit() == INTRO_LENGTH + (long) entries * ENTRY_LENGTH + dataLength,
        "The header has "
            + blob.limit()
            + " bytes, which do not fit its "
            + entries
            + " entries and "
            + Integer.toUnsignedString(dataLength)
            + " bytes of data.");
    RpmHeader header = new RpmHeader(blob, entries, dataLength);
    for (int entry = 0; entry < entries; entry++) {
      header.checkEntry(entry);
    }
    return header;
  }

  /// A tag's text; the first one of several, which of translated text is the untranslated one.
  /// Null where the tag is absent or its text is blank.
  @Nullable String text(HeaderTag tag) {
    int entry = find(tag);
    if (entry < 0) {
      return null;
    }
    checkText(tag, entry);
    String text = new Strings(entry).next();
    return text.isBlank() ? null : text;
  }

  /// A tag's first number, unsigned.
  OptionalLong number(HeaderTag tag) {
    int entry = find(tag);
    if (entry < 0) {
      return OptionalLong.empty();
    }
    checkNumbers(tag, entry);
    return OptionalLong.of(Integer.toUnsignedLong(blob.getInt(dataStart + offset(entry))));
  }

  /// A tag's texts; empty where the tag is absent.
  List<String> texts(HeaderTag tag) {
    int entry = find(tag);
    if (entry < 0) {
      return List.of();
    }
    checkText(tag, entry);
    Strings strings = new Strings(entry);
    List<String> texts = new ArrayList<>(count(entry));
    for (int i = count(entry); i > 0; i--) {
      texts.add(strings.next());
    }
    return texts;
  }

  /// A tag's numbers; empty where the tag is absent.
  int[] numbers(HeaderTag tag) {
    int entry = find(tag);
    if (entry < 0) {
      return new int[0];
    }
    checkNumbers(tag, entry);
    int[] numbers = new int[count(entry)];
    blob.slice(dataStart + offset(entry), numbers.length * Integer.BYTES)
        .asIntBuffer()
        .get(numbers);
    return numbers;
  }

  private int find(HeaderTag tag) {
    for (int entry = entries - 1; entry >= 0; entry--) {
      if (tag(entry) == tag.number()) {
        return entry;
      }
    }
    return -1;
  }

  private void checkEntry(int entry) {
    int type = type(entry);
    unless(
        type >= 0 && type < ELEMENT_LENGTHS.length && isTag(entry),
        "The header's entry " + entry + " has tag " + tag(entry) + " and type " + type + ".");
    int offset = offset(entry);
    unless(
        offset >= 0
            && offset <= dataLength
            && count(entry) >= 0
            && (long) ELEMENT_LENGTHS[type] * count(entry) <= dataLength - offset,
        "The header's tag " + tag(entry) + " reaches out of its data.");
    if (tag(entry) < FIRST_TAG) {
      checkRegion(entry, offset);
    }
  }

  private boolean isTag(int entry) {
    int tag = tag(entry);
    return tag >= FIRST_TAG || (entry == 0 && tag >= FIRST_REGION_TAG && tag <= LAST_REGION_TAG);
  }

  private void checkRegion(int entry, int offset) {
    unless(
        type(entry) == TYPE_BIN && count(entry) == ENTRY_LENGTH,
        "The header's region has no trailer.");
    if (offset == 0) {
      return; // rpm 3 wrote no trailer: all entries are the region
    }
    long length = -(long) blob.getInt(dataStart + offset + 8);
    unless(
        length > 0 && length % ENTRY_LENGTH == 0 && length / ENTRY_LENGTH <= entries,
        "The header's region claims " + length + " bytes of entries.");
  }

  private void checkText(HeaderTag tag, int entry) {
    int type = type(entry);
    unless(
        (type == TYPE_STRING || type == TYPE_STRING_ARRAY || type == TYPE_I18N_STRING)
            && count(entry) > 0,
        "The header's " + tag + " is no text, but has type " + type + ".");
  }

  private void checkNumbers(HeaderTag tag, int entry) {
    unless(
        type(entry) == TYPE_INT32 && count(entry) > 0,
        "The header's " + tag + " is no number, but has type " + type(entry) + ".");
  }

  private int tag(int entry) {
    return blob.getInt(INTRO_LENGTH + entry * ENTRY_LENGTH);
  }

  private int type(int entry) {
    return blob.getInt(INTRO_LENGTH + entry * ENTRY_LENGTH + 4);
  }

  private int offset(int entry) {
    return blob.getInt(INTRO_LENGTH + entry * ENTRY_LENGTH + 8);
  }

  private int count(int entry) {
    return blob.getInt(INTRO_LENGTH + entry * ENTRY_LENGTH + 12);
  }

  /// The NUL-terminated texts of one entry, in turn.
  private final class Strings {
    private final int tag;
    private int position;

    Strings(int entry) {
      tag = tag(entry);
      position = dataStart + offset(entry);
    }

    String next() {
      int end = position;
      while (end < blob.limit() && blob.get(end) != 0) {
        end++;
      }
      unless(end < blob.limit(), "The header's tag " + tag + " has a text without an end.");
      byte[] text = new byte[end - position];
      blob.get(position, text);
      position = end + 1;
      return new String(text, StandardCharsets.UTF_8);
    }
  }
}
