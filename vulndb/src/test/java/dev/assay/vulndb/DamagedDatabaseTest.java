package dev.assay.vulndb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Advisory;
import dev.assay.model.FeedRecord;
import dev.assay.model.KnownExploit;
import dev.assay.model.SourceId;
import dev.assay.model.SsvcDecision;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.file.DatabaseException;
import dev.assay.vulndb.file.Seal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Bytes that were flipped or cut give the right answers or a typed error, nothing else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedDatabaseTest {
  private static final int DAMAGES = 1_500;

  private final List<VulnerabilityId> ids = new ArrayList<>();
  private final byte[] sound = Databases.bytes(records());
  private final List<Object> answers =
      EveryAnswer.of(VulnerabilityDatabase.of("sound.adb", sound), ids);

  private List<FeedRecord> records() {
    List<FeedRecord> records = new ArrayList<>();
    for (Advisory advisory : new RandomRecords(11).advisories(60)) {
      records.add(advisory);
      ids.addAll(advisory.vulnerabilities());
    }
    VulnerabilityId id = ids.getFirst();
    records.add(new SsvcDecision(id, "none", "no", "partial"));
    records.add(new KnownExploit(id, new SourceId("exploit-db"), "1", "An exploit"));
    return records;
  }

  @Test
  void a_flipped_bit_is_found_or_does_no_harm() {
    Random random = new Random(1);
    int found = 0;
    for (int i = 0; i < DAMAGES; i++) {
      byte[] damaged = sound.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      try (VulnerabilityDatabase database = VulnerabilityDatabase.of("damaged.adb", damaged)) {
        assertThat(EveryAnswer.of(database, ids)).isEqualTo(renamed());
      } catch (DatabaseException expected) {
        assertThat(expected)
            .hasMessageStartingWith("damaged.adb is ")
            .hasMessageNotContaining("\n");
        found++;
      }
    }
    assertThat(found).isGreaterThan(DAMAGES * 9 / 10);
  }

  @Test
  void a_file_cut_anywhere_is_called_cut_short() {
    Random random = new Random(2);
    for (int i = 0; i < DAMAGES; i++) {
      byte[] cut = Arrays.copyOf(sound, 8 + random.nextInt(sound.length - 8));
      assertThatThrownBy(() -> VulnerabilityDatabase.of("cut.adb", cut))
          .isInstanceOf(DatabaseException.Truncated.class)
          .hasMessageStartingWith("cut.adb is cut short: " + cut.length + " bytes of ");
    }
  }

  @Test
  void damage_behind_right_checksums_ends_in_answers_or_a_typed_error() {
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < DAMAGES; i++) {
      byte[] damaged = Seal.mend(damaged(random));
      refused +=
          Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> refusals(damaged));
    }
    assertThat(refused).isGreaterThan(DAMAGES / 10);
  }

  private byte[] damaged(Random random) {
    byte[] damaged = sound.clone();
    int end = Seal.bodyEnd(sound);
    for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
      int at = Seal.bodyStart() + random.nextInt(end - Seal.bodyStart());
      damaged[at] =
          switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> (byte) 0xff;
            case 2 -> (byte) (damaged[at] ^ (1 << random.nextInt(8)));
            default -> (byte) random.nextInt(256);
          };
    }
    return damaged;
  }

  private int refusals(byte[] damaged) {
    int refused = 0;
    try (VulnerabilityDatabase database = VulnerabilityDatabase.of("damaged.adb", damaged)) {
      database.verify();
      refused += refuses(() -> EveryAnswer.of(database, ids)) ? 1 : 0;
      for (VulnerabilityId id : ids) {
        refused += refuses(() -> database.vulnerability(id)) ? 1 : 0;
      }
    } catch (DatabaseException expected) {
      refused++;
    }
    return Math.min(refused, 1);
  }

  private static boolean refuses(Runnable question) {
    try {
      question.run();
      return false;
    } catch (DatabaseException expected) {
      return true;
    }
  }

  /// The sound answers, but for the name of the file in them.
  private List<Object> renamed() {
    List<Object> renamed = new ArrayList<>(answers);
    try (VulnerabilityDatabase database = VulnerabilityDatabase.of("damaged.adb", sound)) {
      renamed.set(0, database.info());
    }
    return renamed;
  }
}
