package dev.assay.vulndb;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.model.Advisory;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.file.DatabaseException;
import dev.assay.vulndb.file.Seal;
import java.util.ArrayList;
import java.util.List;

/// Bytes of a stranger's making.
class DatabaseFuzzTest {
  private static final List<Advisory> ADVISORIES = new RandomRecords(3).advisories(20);
  private static final byte[] SOUND = Databases.bytes(ADVISORIES);
  private static final List<VulnerabilityId> IDS = ids();

  @FuzzTest
  void any_bytes_are_read_or_refused(byte[] bytes) {
    ask(bytes);
  }

  /// Changes a sound database as the data says and mends its checksums.
  @FuzzTest
  void a_changed_database_is_read_or_refused(FuzzedDataProvider data) {
    byte[] changed = SOUND.clone();
    int end = Seal.bodyEnd(SOUND) - 1;
    while (data.remainingBytes() >= 3) {
      changed[data.consumeInt(Seal.bodyStart(), end)] = data.consumeByte();
    }
    ask(Seal.mend(changed));
  }

  private static void ask(byte[] bytes) {
    try (VulnerabilityDatabase database = VulnerabilityDatabase.of("fuzz.adb", bytes)) {
      EveryAnswer.of(database, IDS);
    } catch (DatabaseException refused) {
      // As it should be.
    }
  }

  private static List<VulnerabilityId> ids() {
    List<VulnerabilityId> ids = new ArrayList<>();
    ADVISORIES.forEach(advisory -> ids.addAll(advisory.vulnerabilities()));
    return ids;
  }
}
