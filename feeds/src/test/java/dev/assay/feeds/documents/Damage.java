package dev.assay.feeds.documents;

import dev.assay.feeds.FeedImporter;
import dev.assay.model.FeedRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damages a good document in every way that a line or a disk does: cut short, bytes changed,
/// parts doubled or lost.
public final class Damage {
  private static final int ROUNDS = 1000;
  private static final String TOKENS = "{}[]\",:<>/&;!0-\\\n\0\u00ff";

  private Damage() {}

  /// A damaged document may yield an advisory, a rejection or both, and never an
  /// exception.
  public static void survive(FeedImporter importer, Document good, long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Document bad = new Document(good.path(), damaged(good.content(), random));
      importer.recognises(bad);
      List<FeedRecord> records = new ArrayList<>();
      try {
        importer.read(bad, records::add);
      } catch (Exception failure) {
        throw new AssertionError(
            "round "
                + round
                + " of seed "
                + seed
                + ": "
                + new String(bad.content(), StandardCharsets.UTF_8),
            failure);
      }
    }
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] bad = good.clone();
    int times = 1 + random.nextInt(3);
    for (int time = 0; time < times && bad.length > 0; time++) {
      int at = random.nextInt(bad.length);
      int length = random.nextInt(1 + Math.min(40, bad.length - at));
      switch (random.nextInt(5)) {
        case 0 -> bad = Arrays.copyOf(bad, at);
        case 1 -> bad[at] = (byte) random.nextInt(256);
        case 2 -> bad[at] = (byte) TOKENS.charAt(random.nextInt(TOKENS.length()));
        case 3 -> bad = joined(bad, at, at + length);
        default -> bad = joined(bad, at + length, at);
      }
    }
    return bad;
  }

  private static byte[] joined(byte[] bytes, int until, int from) {
    byte[] joined = Arrays.copyOf(bytes, until + bytes.length - from);
    System.arraycopy(bytes, from, joined, until, bytes.length - from);
    return joined;
  }
}
