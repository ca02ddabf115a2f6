package dev.assay.inventory.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A real program with bytes changed at random, mostly where the headers are.
class MutatedElfTest {
  private static final Path PROGRAM = Path.of("/usr/bin/true");
  private static final int ROUNDS = 4_000;
  private static final int HEADERS = 1_024;

  @Test
  void damage_is_refused_with_a_reason_or_does_not_matter() throws IOException {
    assumeTrue(Files.exists(PROGRAM), "there is no " + PROGRAM);
    byte[] whole = Files.readAllBytes(PROGRAM);
    Random random = new Random(20261128);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged =
          random.nextInt(8) == 0
              ? Arrays.copyOf(whole, random.nextInt(whole.length))
              : whole.clone();
      for (int i = random.nextInt(1, 6); i > 0 && damaged.length > 0; i--) {
        int most = random.nextBoolean() ? Math.min(HEADERS, damaged.length) : damaged.length;
        damaged[random.nextInt(most)] = (byte) random.nextInt();
      }
      try {
        HardeningReader.read(HardeningReaderTest.bytes(damaged));
      } catch (MalformedElfException malformed) {
        assertThat(malformed).hasMessageMatching("(?s).{10,}");
        refused++;
      }
    }
    assertThat(refused).isBetween(ROUNDS / 20, ROUNDS - 1);
  }
}
