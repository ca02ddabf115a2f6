package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/// A Berkeley DB hash file, `Packages` (rpm up to 4.15: RHEL 5 to 8, Amazon Linux 1 and 2, SLES
/// 11 and 12), in either byte order.
///
/// # Layout Page 0 describes the file ([BerkeleyMetadata]). Every page begins with 26 bytes: its
/// own number at 8, the next page of its chain at 16, the number of its items at 20, the length
/// of its content (overflow pages) at 22, its kind at 25. On a hash page the items' offsets
/// follow, of 16 bits each, key and value in turn; the items themselves are packed from the
/// page's end downwards, so that an item ends where the one before it begins. An item's first
/// byte says whether its bytes follow (1) or lie on a chain of overflow pages (3: first page at
/// 4, length at 8), as most headers do.
///
/// # Which pages A lookup would go from a key's bucket along a chain. Everything is wanted here,
/// so all pages are visited in the file's order and each hash page is taken for what it holds:
/// free pages have a kind of their own, and a broken chain loses nothing.
final class BerkeleyDatabase implements HeaderDatabase {
  private static final int PAGE_HEADER_LENGTH = 26;
  private static final int KIND_FREE = 0;
  private static final int KIND_HASH_UNSORTED = 2;
  private static final int KIND_OVERFLOW = 7;
  private static final int KIND_HASH_METADATA = 8;
  private static final int KIND_HASH = 13;

  private static final int ITEM_ON_PAGE = 1;
  private static final int ITEM_OVERFLOW = 3;
  private static final int OVERFLOW_ITEM_LENGTH = 12;
  private static final int KEY_ITEM_LENGTH = 5;

  private final RandomAccessBytes bytes;

  BerkeleyDatabase(RandomAccessBytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public void read(Sink sink) throws IOException {
    BerkeleyMetadata metadata = BerkeleyMetadata.parse(bytes);
    long pages = Math.min(metadata.pages(), bytes.size() / metadata.pageLength());
    if (pages < metadata.pages()) {
      sink.lost(
          new DamagedException(
              "The file is cut short: of its "
                  + metadata.pages()
                  + " pages only "
                  + pages
                  + " are there."));
    }
    PagesSeen overflowPages = new PagesSeen(pages);
    for (long number = 1; number < pages; number++) {
      try {
        ByteBuffer page = page(number, metadata);
        if (holdsItems(page, number)) {
          readItems(page, number, metadata, overflowPages, sink);
        }
      } catch (DamagedException e) {
        sink.lost(e);
      } catch (EOFException e) {
        throw new DamagedException("The file shrank while it was being read.");
      }
    }
  }

  private static boolean holdsItems(ByteBuffer page, long number) {
    int kind = page.get(25);
    unless(
        kind == KIND_FREE
            || kind == KIND_HASH
            || kind == KIND_HASH_UNSORTED
            || kind == KIND_OVERFLOW
            || kind == KIND_HASH_METADATA,
        "Page " + number + " is of a kind that has no place in a hash file: " + kind + ".");
    if (kind != KIND_HASH && kind != KIND_HASH_UNSORTED) {
      return false;
    }
    checkNumber(page, number);
    return true;
  }

  private void readItems(
      ByteBuffer page, long number, BerkeleyMetadata metadata, PagesSeen overflowPages, Sink sink)
      throws IOException {
    int items = Short.toUnsignedInt(page.getShort(20));
    int itemsEnd = PAGE_HEADER_LENGTH + 2 * items;
    unless(
        items % 2 == 0 && itemsEnd <= page.limit(),
        "Page " + number + " claims " + items + " items.");
    int end = page.limit();
    for (int item = 0; item < items; item += 2) {
      int key = Short.toUnsignedInt(page.getShort(PAGE_HEADER_LENGTH + 2 * item));
      int value = Short.toUnsignedInt(page.getShort(PAGE_HEADER_LENGTH + 2 * item + 2));
      unless(
          itemsEnd <= value && value < key && key < end,
          "Items " + item + " and " + (item + 1) + " of page " + number + " overlap.");
      unless(
          end - key == KEY_ITEM_LENGTH && page.get(key) == ITEM_ON_PAGE,
          "Item " + item + " of page " + number + " is no instance number.");
      long instance = Integer.toUnsignedLong(page.getInt(key + 1));
      if (instance != 0) { // 0 is the counter of instances
        readValue(
            page.slice(value, key - value).order(page.order()),
            instance,
            metadata,
            overflowPages,
            sink);
      }
      end = value;
    }
  }

  /// A header that cannot be read takes no other header of its page with it.
  private void readValue(
      ByteBuffer item, long instance, BerkeleyMetadata metadata, PagesSeen overflowPages, Sink sink)
      throws IOException {
    try {
      switch (item.get(0)) {
        case ITEM_ON_PAGE -> sink.header(instance, item.slice(1, item.limit() - 1));
        case ITEM_OVERFLOW ->
            sink.header(instance, overflow(item, instance, metadata, overflowPages));
        default ->
            throw new DamagedException(
                "Header " + instance + " is an item of kind " + item.get(0) + ".");
      }
    } catch (DamagedException e) {
      sink.lost(e);
    }
  }

  private ByteBuffer overflow(
      ByteBuffer item, long instance, BerkeleyMetadata metadata, PagesSeen overflowPages)
      throws IOException {
    String name = "Header " + instance;
    unless(item.limit() == OVERFLOW_ITEM_LENGTH, name + " has no overflow chain.");
    long length = Integer.toUnsignedLong(item.getInt(8));
    unless(
        length <= Math.min(LONGEST_HEADER, bytes.size()),
        name + " is said to have " + length + " bytes.");
    byte[] blob = new byte[(int) length];
    long number = Integer.toUnsignedLong(item.getInt(4));
    for (int filled = 0; filled < blob.length; ) {
      unless(
          number != 0 && overflowPages.add(number),
          name + " breaks off: its overflow chain leads to page " + number + ".");
      ByteBuffer page = page(number, metadata);
      checkNumber(page, number);
      int part = Short.toUnsignedInt(page.getShort(22));
      unless(
          page.get(25) == KIND_OVERFLOW
              && part > 0
              && part <= blob.length - filled
              && part <= page.limit() - PAGE_HEADER_LENGTH,
          name + " breaks off: page " + number + " is no overflow page of it.");
      page.get(PAGE_HEADER_LENGTH, blob, filled, part);
      filled += part;
      number = Integer.toUnsignedLong(page.getInt(16));
    }
    return ByteBuffer.wrap(blob);
  }

  private ByteBuffer page(long number, BerkeleyMetadata metadata) throws IOException {
    int length = metadata.pageLength();
    return ByteBuffer.wrap(bytes.read(number * length, length)).order(metadata.order());
  }

  private static void checkNumber(ByteBuffer page, long number) {
    long own = Integer.toUnsignedLong(page.getInt(8));
    unless(own == number, "Page " + number + " calls itself page " + own + ".");
  }
}
