package dev.assay.inventory.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// An ELF file of a header and one program header, which asks for an executable stack.
final class CraftedElf {
  private static final int GNU_STACK = 0x6474e551;
  private static final int READ_WRITE_EXECUTE = 7;

  private CraftedElf() {}

  static byte[] program(boolean wide, ByteOrder order) {
    int header = wide ? 64 : 52;
    int entry = wide ? 56 : 32;
    ByteBuffer file = ByteBuffer.allocate(header + entry).order(order);
    file.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (wide ? 2 : 1)});
    file.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 2));
    file.putShort(16, (short) 2);
    if (wide) {
      file.putLong(32, header).putShort(54, (short) entry).putShort(56, (short) 1);
      file.putInt(header, GNU_STACK).putInt(header + 4, READ_WRITE_EXECUTE);
    } else {
      file.putInt(28, header).putShort(42, (short) entry).putShort(44, (short) 1);
      file.putInt(header, GNU_STACK).putInt(header + 24, READ_WRITE_EXECUTE);
    }
    return file.array();
  }
}
