package dev.assay.inventory.dpkg;

import dev.assay.inventory.tree.BoundedInputStream;
import dev.assay.inventory.tree.LimitExceededException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Parses a control file that is too long for the memory, a block of whole stanzas at a time.
final class StanzaStream {
  private static final int BLOCK = 1 << 18;
  private static final int LONGEST_STANZA = 1 << 24;

  private StanzaStream() {}

  /// Hands every stanza to `stanzas`; line numbers count from the beginning of a block.
  ///
  /// @throws LimitExceededException if the stream, or one stanza, is too long
  static void parse(InputStream in, List<String> wanted, long limit, Consumer<Stanza> stanzas)
      throws IOException {
    InputStream bounded = new BoundedInputStream(in, limit);
    byte[] buffer = new byte[BLOCK];
    int filled = 0;
    while (true) {
      if (filled == buffer.length) {
        if (filled >= LONGEST_STANZA) {
          throw new LimitExceededException(LONGEST_STANZA);
        }
        buffer = Arrays.copyOf(buffer, filled * 2);
      }
      int read = bounded.readNBytes(buffer, filled, buffer.length - filled);
      filled += read;
      if (filled < buffer.length) {
        StanzaParser.parse(Arrays.copyOf(buffer, filled), wanted, stanzas);
        return;
      }
      int whole = endOfLastStanza(buffer, filled);
      StanzaParser.parse(Arrays.copyOf(buffer, whole), wanted, stanzas);
      System.arraycopy(buffer, whole, buffer, 0, filled - whole);
      filled -= whole;
    }
  }

  /// The offset behind the last empty line; 0 where there is none.
  private static int endOfLastStanza(byte[] buffer, int filled) {
    for (int i = filled - 1; i > 0; i--) {
      if (buffer[i] == '\n' && buffer[i - 1] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }
}
