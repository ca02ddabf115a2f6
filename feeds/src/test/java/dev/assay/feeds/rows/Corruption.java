package dev.assay.feeds.rows;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/// Changes sound documents at random and reads the result: an importer may reject it or refuse
/// the bytes, nothing else.
public final class Corruption {
  private static final byte[] TELLING = {'"', '{', '}', '[', ']', ',', ':', '\n', '-', 0, '\\'};

  private Corruption() {}

  /// Reads `rounds` changed copies of the document.
  public static void survive(FeedImporter importer, TestEntry sound, long seed, int rounds) {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      readAnyhow(importer, new TestEntry(sound.path(), changed(sound.bytes(), random)));
    }
  }

  /// Reads bytes that may be anything.
  public static void readAnyhow(FeedImporter importer, FeedEntry entry) {
    if (importer.recognises(entry)) {
      try {
        importer.read(entry, record -> {});
      } catch (IOException refused) {
        // the other way to say that the bytes are bad
      }
    }
  }

  private static byte[] changed(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = TELLING[random.nextInt(TELLING.length)];
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        default -> bytes = without(bytes, at, Math.min(bytes.length - at, random.nextInt(30)));
      }
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int from, int count) {
    byte[] rest = Arrays.copyOf(bytes, bytes.length - count);
    System.arraycopy(bytes, from + count, rest, from, bytes.length - from - count);
    return rest;
  }
}
