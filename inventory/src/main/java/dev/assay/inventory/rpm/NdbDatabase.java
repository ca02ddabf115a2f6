package dev.assay.inventory.rpm;

import static dev.assay.inventory.rpm.DamagedException.unless;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.Adler32;

/// rpm's own database, `Packages.db` (lib/backend/ndb in rpm's sources; openSUSE and SLES 15).
///
/// # Layout
///
/// All numbers are little endian. A header of 32 bytes (`RpmP`, version 0, generation, number of
/// slot pages, next instance) opens the first of the slot pages of 4096 bytes; the rest of them
/// is slots of 16 bytes (`Slot`, instance, first block, number of blocks), a slot with block 0
/// being free. A block has 16 bytes. A blob is `BlbS`, instance, time, length; the header itself;
/// zeros up to the end of a block less 12; Adler-32 of all so far, length, `BlbE`.
final class NdbDatabase implements HeaderDatabase {
  private static final int DATABASE_MAGIC = magic("RpmP");
  private static final int SLOT_MAGIC = magic("Slot");
  private static final int BLOB_START_MAGIC = magic("BlbS");
  private static final int BLOB_END_MAGIC = magic("BlbE");

  private static final int PAGE_LENGTH = 4096;
  /// Of the slots and the blocks alike.
  private static final int UNIT = 16;
  private static final int DATABASE_HEADER_LENGTH = 2 * UNIT;
  private static final int TRAILER_LENGTH = 12;

  private final RandomAccessBytes bytes;
  private final ReusedArray blobs = new ReusedArray();

  NdbDatabase(RandomAccessBytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public void read(Sink sink) throws IOException {
    long size = bytes.size();
    unless(size >= DATABASE_HEADER_LENGTH, "The file has only " + size + " bytes.");
    Octets header =
        Octets.littleEndian(bytes.read(0, DATABASE_HEADER_LENGTH), DATABASE_HEADER_LENGTH);
    unless(header.int32(0) == DATABASE_MAGIC, "It is no ndb database: it does not begin RpmP.");
    unless(header.int32(4) == 0, "Its ndb version is " + header.int32(4) + ", not 0.");
    long slotPages = header.u32(12);
    long wholePages = Math.min(slotPages, size / PAGE_LENGTH);
    if (wholePages < slotPages) {
      sink.lost(cut("of its " + slotPages + " slot pages only " + wholePages + " are there"));
    }
    Blocks blocks = new Blocks(slotPages * (PAGE_LENGTH / UNIT), size / UNIT);
    for (long page = 0; page < wholePages; page++) {
      readSlots(page, blocks, sink);
    }
  }

  private void readSlots(long page, Blocks blocks, Sink sink) throws IOException {
    Octets slots = Octets.littleEndian(bytes.read(page * PAGE_LENGTH, PAGE_LENGTH), PAGE_LENGTH);
    int first = page == 0 ? DATABASE_HEADER_LENGTH : 0;
    for (int slot = first; slot < PAGE_LENGTH; slot += UNIT) {
      try {
        unless(
            slots.int32(slot) == SLOT_MAGIC,
            "The slot at byte " + (page * PAGE_LENGTH + slot) + " is damaged.");
        long firstBlock = slots.u32(slot + 8);
        if (firstBlock != 0) {
          int instance = slots.int32(slot + 4);
          long count = slots.u32(slot + 12);
          blocks.take(instance, firstBlock, count);
          sink.header(Integer.toUnsignedLong(instance), blob(instance, firstBlock, count));
        }
      } catch (DamagedException e) {
        sink.lost(e);
      } catch (EOFException e) {
        sink.lost(cut("it shrank while it was being read"));
      }
    }
  }

  private Octets blob(int instance, long firstBlock, long count) throws IOException {
    String name = "Header " + Integer.toUnsignedString(instance);
    unless(
        count >= 2 && count * UNIT <= LONGEST_HEADER,
        name + " is said to have " + count + " blocks.");
    int padded = (int) count * UNIT;
    byte[] array = blobs.atLeast(padded);
    bytes.read(firstBlock * UNIT, array, 0, padded);
    Octets blob = Octets.littleEndian(array, padded);
    unless(
        blob.int32(0) == BLOB_START_MAGIC
            && blob.int32(4) == instance
            && blob.int32(padded - 4) == BLOB_END_MAGIC,
        name + " is not where its slot says.");
    int length = blob.int32(12);
    int overhead = UNIT + TRAILER_LENGTH;
    unless(
        length >= 0
            && length <= padded - overhead
            && length > padded - overhead - UNIT
            && length == blob.int32(padded - 8),
        name + " contradicts itself on its length.");
    Adler32 checksum = new Adler32();
    checksum.update(array, 0, padded - TRAILER_LENGTH);
    unless(
        (int) checksum.getValue() == blob.int32(padded - TRAILER_LENGTH),
        name + " does not match its checksum.");
    return blob.part(UNIT, length).asBigEndian();
  }

  private static DamagedException cut(String how) {
    return new DamagedException("The file is cut short: " + how + ".");
  }

  private static int magic(String letters) {
    return letters.charAt(0)
        | letters.charAt(1) << 8
        | letters.charAt(2) << 16
        | letters.charAt(3) << 24;
  }

  /// The blocks behind the slot pages, each of which can be in one blob only: slots that together
  /// claim more than there are do overlap.
  private static final class Blocks {
    private final long first;
    private final long end;
    private long free;

    Blocks(long first, long end) {
      this.first = first;
      this.end = end;
      this.free = Math.max(0, end - first);
    }

    void take(int instance, long from, long count) {
      String name = "Header " + Integer.toUnsignedString(instance);
      unless(from >= first, name + " lies among the slots.");
      unless(from + count <= end, name + " lies behind the end of the file, which is cut short.");
      unless(count <= free, name + " overlaps others.");
      free -= count;
    }
  }
}
