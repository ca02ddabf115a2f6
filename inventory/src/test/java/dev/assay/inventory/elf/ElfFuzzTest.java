package dev.assay.inventory.elf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/// Damaged program files are refused with a reason: nothing else may come of them.
class ElfFuzzTest {
  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] content) {
    try {
      HardeningReader.read(HardeningReaderTest.bytes(content));
    } catch (MalformedElfException refused) {
      // As documented.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
