package dev.assay.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Thousands of databases with bytes flipped, cut and moved: each one is read to an end, within
/// its time and its memory, and every loss has its words.
class MutatedDatabaseTest {
  private static final int MUTATIONS = 5_000;

  /// Generous: a loop would not end at all.
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final List<byte[]> headers = DatabaseBuilder.typicalHeaders(6, new SplittableRandom(7));

  /// Reads a database from its bytes.
  private interface Opening {
    HeaderDatabase open(RandomAccessBytes bytes) throws IOException;
  }

  @Test
  void ndb() {
    mutate(DatabaseBuilder.ndb(headers), NdbDatabase::new);
  }

  @Test
  void berkeleyLittleEndian() {
    mutate(DatabaseBuilder.berkeley(headers, ByteOrder.LITTLE_ENDIAN, 512), BerkeleyDatabase::new);
  }

  @Test
  void berkeleyBigEndian() {
    mutate(DatabaseBuilder.berkeley(headers, ByteOrder.BIG_ENDIAN, 4096), BerkeleyDatabase::new);
  }

  @Test
  void sqlite(@TempDir Path directory) throws Exception {
    mutate(
        DatabaseBuilder.sqlite(headers, directory),
        bytes -> new SqliteDatabase(bytes, RandomAccessBytes.of(new byte[0])));
  }

  @Test
  void header() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutant = mutant(headers.get(i % headers.size()), random);
      new DatabaseReading<>("Packages", PackageHeader::read)
          .header(1, Octets.bigEndian(mutant, mutant.length));
      try {
        RpmHeader header = RpmHeader.parse(Octets.bigEndian(mutant, mutant.length));
        HeaderFiles.paths(header, path -> {});
      } catch (DamagedException e) {
        assertThat(e.getMessage()).endsWith(".");
      }
    }
  }

  private static void mutate(byte[] sound, Opening opening) {
    SplittableRandom random = new SplittableRandom(13);
    assertTimeout(
        LIMIT,
        () -> {
          for (int i = 0; i < MUTATIONS; i++) {
            readToTheEnd(opening, mutant(sound, random));
          }
        });
  }

  private static void readToTheEnd(Opening opening, byte[] mutant) throws IOException {
    DatabaseReading<?> reading = new DatabaseReading<>("Packages", PackageHeader::read);
    try {
      opening.open(RandomAccessBytes.of(mutant)).read(reading);
    } catch (DamagedException e) {
      reading.endedBy(e);
    }
    reading.gap().ifPresent(gap -> assertThat(gap.why()).isNotBlank());
  }

  /// Flips and overwrites bytes, most of them near the beginning where the structure is; cuts and
  /// copies stretches now and then.
  static byte[] mutant(byte[] sound, SplittableRandom random) {
    byte[] mutant = sound.clone();
    for (int change = random.nextInt(1, 6); change > 0; change--) {
      int at = random.nextInt(random.nextBoolean() ? Math.min(4096, mutant.length) : mutant.length);
      switch (random.nextInt(8)) {
        case 0 -> mutant[at] = 0;
        case 1 -> mutant[at] = -1;
        case 2 -> {
          int length = Math.min(random.nextInt(64), mutant.length - at);
          System.arraycopy(mutant, random.nextInt(mutant.length - length + 1), mutant, at, length);
        }
        default -> mutant[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant;
  }
}
