package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import java.io.EOFException;
import java.io.IOException;

/// A Berkeley DB hash file, `Packages` (rpm up to 4.15: RHEL 5 to 8, Amazon Linux 1 and 2, SLES
/// 11 and 12), in either byte order.
///
/// # Layout
///
/// Page 0 describes the file ([BerkeleyMetadata]). Every page begins with 26 bytes: its
/// own number at 8, the next page of its chain at 16, the number of its items at 20, the length
/// of its content (overflow pages) at 22, its kind at 25. On a hash page the items' offsets
/// follow, of 16 bits each, key and value in turn; the items themselves are packed from the
/// page's end downwards, so that an item ends where the one before it begins. An item's first
/// byte says whether its bytes follow (1) or lie on a chain of overflow pages (3: first page at
/// 4, length at 8), as most headers do.
///
/// # Which pages
///
/// A lookup would go from a key's bucket along a chain. Everything is wanted here,
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
    new Scan(metadata, pages, sink).run();
  }

  /// One pass over the pages.
  private final class Scan {
    private final BerkeleyMetadata metadata;
    private final long pages;
    private final Sink sink;
    private final PagesSeen overflowPages;
    private final ReusedArray hashPages = new ReusedArray();
    private final ReusedArray passingPages = new ReusedArray();
    private final ReusedArray blobs = new ReusedArray();

    Scan(BerkeleyMetadata metadata, long pages, Sink sink) {
      this.metadata = metadata;
      this.pages = pages;
      this.sink = sink;
      this.overflowPages = new PagesSeen(pages);
    }

    void run() throws IOException {
      for (long number = 1; number < pages; number++) {
        try {
          if (!overflowPages.contains(number)) {
            visit(number);
          }
        } catch (DamagedException e) {
          sink.lost(e);
        } catch (EOFException e) {
          throw new DamagedException("The file shrank while it was being read.");
        }
      }
    }

    private void visit(long number) throws IOException {
      Octets page = page(number, hashPages);
      if (holdsItems(page, number)) {
        readItems(page, number);
      }
    }

    private void readItems(Octets page, long number) throws IOException {
      int items = page.u16(20);
      int itemsEnd = PAGE_HEADER_LENGTH + 2 * items;
      unless(
          items % 2 == 0 && itemsEnd <= page.length(),
          "Page " + number + " claims " + items + " items.");
      int end = page.length();
      for (int item = 0; item < items; item += 2) {
        int key = page.u16(PAGE_HEADER_LENGTH + 2 * item);
        int value = page.u16(PAGE_HEADER_LENGTH + 2 * item + 2);
        unless(
            itemsEnd <= value && value < key && key < end,
            "Items " + item + " and " + (item + 1) + " of page " + number + " overlap.");
        unless(
            end - key == KEY_ITEM_LENGTH && page.u8(key) == ITEM_ON_PAGE,
            "Item " + item + " of page " + number + " is no instance number.");
        long instance = page.u32(key + 1);
        if (instance != 0) { // 0 is the counter of instances
          readValue(page.part(value, key - value), instance);
        }
        end = value;
      }
    }

    /// A header that cannot be read takes no other header of its page with it.
    private void readValue(Octets item, long instance) throws IOException {
      try {
        switch (item.u8(0)) {
          case ITEM_ON_PAGE -> sink.header(instance, item.part(1, item.length() - 1).asBigEndian());
          case ITEM_OVERFLOW -> sink.header(instance, overflow(item, instance));
          default ->
              throw new DamagedException(
                  "Header " + instance + " is an item of kind " + item.u8(0) + ".");
        }
      } catch (DamagedException e) {
        sink.lost(e);
      }
    }

    private Octets overflow(Octets item, long instance) throws IOException {
      String name = "Header " + instance;
      unless(item.length() == OVERFLOW_ITEM_LENGTH, name + " has no overflow chain.");
      long length = item.u32(8);
      unless(
          length <= Math.min(LONGEST_HEADER, bytes.size()),
          name + " is said to have " + length + " bytes.");
      byte[] blob = blobs.atLeast((int) length);
      long number = item.u32(4);
      for (int filled = 0; filled < length; ) {
        unless(
            number != 0 && overflowPages.add(number),
            name + " breaks off: its overflow chain leads to page " + number + ".");
        Octets page = page(number, passingPages);
        checkNumber(page, number);
        int part = page.u16(22);
        unless(
            page.u8(25) == KIND_OVERFLOW
                && part > 0
                && part <= length - filled
                && part <= page.length() - PAGE_HEADER_LENGTH,
            name + " breaks off: page " + number + " is no overflow page of it.");
        page.copy(PAGE_HEADER_LENGTH, part, blob, filled);
        filled += part;
        number = page.u32(16);
      }
      return Octets.bigEndian(blob, (int) length);
    }

    private Octets page(long number, ReusedArray arrays) throws IOException {
      int length = metadata.pageLength();
      byte[] page = arrays.atLeast(length);
      bytes.read(number * length, page, 0, length);
      return Octets.of(page, length, metadata.order());
    }
  }

  private static boolean holdsItems(Octets page, long number) {
    int kind = page.u8(25);
    unless(
        kind == KIND_FREE
            || kind == KIND_HASH
            || kind == KIND_HASH_UNSORTED
            || kind == KIND_OVERFLOW
            || kind == KIND_HASH_METADATA,
        "Page " + number + " is of a kind that has no place in a hash file: " + kind + ".");
    boolean holdsItems = kind == KIND_HASH || kind == KIND_HASH_UNSORTED;
    if (holdsItems) {
      checkNumber(page, number);
    }
    return holdsItems;
  }

  private static void checkNumber(Octets page, long number) {
    long own = page.u32(8);
    unless(own == number, "Page " + number + " calls itself page " + own + ".");
  }
}
