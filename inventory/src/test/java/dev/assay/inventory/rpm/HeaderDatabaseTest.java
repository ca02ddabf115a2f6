package dev.assay.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.NotEvaluated.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeaderDatabaseTest {
  private static final byte[] NO_LOG = {};

  private final List<byte[]> headers = DatabaseBuilder.typicalHeaders(300, new SplittableRandom(1));
  private byte[] sqlite = {};

  @BeforeAll
  void buildSqlite(@TempDir Path directory) throws Exception {
    sqlite = DatabaseBuilder.sqlite(headers, directory);
  }

  @Test
  void sqliteGivesEveryHeader() throws IOException {
    assertComplete(sqlite(sqlite));
  }

  @Test
  void ndbGivesEveryHeader() throws IOException {
    assertComplete(ndb(DatabaseBuilder.ndb(headers)));
  }

  @ParameterizedTest
  @CsvSource({"512", "4096", "65536"})
  void berkeleyGivesEveryHeaderInBothByteOrders(int pageLength) throws IOException {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      assertComplete(berkeley(DatabaseBuilder.berkeley(headers, order, pageLength)));
    }
  }

  @Test
  void aDatabaseWithoutPackagesIsEmptyAndSound(@TempDir Path directory) throws Exception {
    for (CollectedHeaders collected :
        List.of(
            sqlite(DatabaseBuilder.sqlite(List.of(), directory)),
            ndb(DatabaseBuilder.ndb(List.of())),
            berkeley(DatabaseBuilder.berkeley(List.of(), ByteOrder.LITTLE_ENDIAN, 4096)))) {
      assertThat(collected.losses).isEmpty();
      assertThat(collected.headers).isEmpty();
    }
  }

  @Test
  void whatIsCutOffIsMissedAndTheRestIsRead() throws IOException {
    byte[] ndb = DatabaseBuilder.ndb(headers);
    byte[] berkeley = DatabaseBuilder.berkeley(headers, ByteOrder.LITTLE_ENDIAN, 4096);
    for (CollectedHeaders collected :
        List.of(
            sqlite(Arrays.copyOf(sqlite, sqlite.length / 2)),
            ndb(Arrays.copyOf(ndb, ndb.length / 2)),
            berkeley(Arrays.copyOf(berkeley, berkeley.length / 2)))) {
      assertThat(collected.headers).hasSizeBetween(50, 250);
      assertThat(collected.losses).anyMatch(loss -> loss.contains("cut short"));
    }
  }

  @Test
  void noCutAtAllGoesUnnoticed(@TempDir Path directory) throws Exception {
    List<byte[]> few = headers.subList(0, 20);
    byte[] smallSqlite = DatabaseBuilder.sqlite(few, directory);
    byte[] ndb = DatabaseBuilder.ndb(few);
    byte[] berkeley = DatabaseBuilder.berkeley(few, ByteOrder.BIG_ENDIAN, 512);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      assertThat(sqlite(cut(smallSqlite, random)).losses).isNotEmpty();
      assertThat(ndb(cut(ndb, random)).losses).isNotEmpty();
      assertThat(berkeley(cut(berkeley, random)).losses).isNotEmpty();
    }
  }

  private static byte[] cut(byte[] file, SplittableRandom random) {
    return Arrays.copyOf(file, random.nextInt(file.length));
  }

  @Test
  void ndbNoticesAFlippedBit() throws IOException {
    byte[] ndb = DatabaseBuilder.ndb(headers);
    ndb[ndb.length - 100] ^= 1;
    CollectedHeaders collected = ndb(ndb);
    assertThat(collected.headers).hasSize(299);
    assertThat(collected.losses).containsExactly("Header 300 does not match its checksum.");
  }

  @Test
  void ndbSlotsThatShareABlobAreRefused() throws IOException {
    byte[] ndb = DatabaseBuilder.ndb(headers);
    System.arraycopy(ndb, 48, ndb, 32, 16);
    CollectedHeaders collected = ndb(ndb);
    assertThat(collected.headers).hasSize(299);
  }

  @Test
  void anUnknownNdbVersionIsNamed() {
    byte[] ndb = DatabaseBuilder.ndb(headers);
    ndb[4] = 7;
    assertThatThrownBy(
            () -> new NdbDatabase(RandomAccessBytes.of(ndb)).read(new CollectedHeaders()))
        .hasMessage("Its ndb version is 7, not 0.");
  }

  @Test
  void aBerkeleyOverflowChainThatLoopsBreaksOff() throws IOException {
    byte[] file = DatabaseBuilder.berkeley(headers, ByteOrder.LITTLE_ENDIAN, 512);
    ByteBuffer pages = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int looped = 0;
    for (int page = 2; page * 512 < file.length; page++) {
      if (file[page * 512 + 25] == 7 && pages.getInt(page * 512 + 16) != 0) {
        pages.putInt(page * 512 + 16, page);
        looped++;
      }
    }
    assertThat(looped).isPositive();
    assertThat(berkeley(file).losses)
        .isNotEmpty()
        .allMatch(loss -> loss.contains("its overflow chain leads to page"));
  }

  @ParameterizedTest
  @CsvSource({
    "12, 0x053162, a B-tree",
    "16, 3, of version 3",
    "24, 0x00080001, encrypted",
    "24, 0x00010800, page checksums",
    "24, 0x00020800, partitioned",
  })
  void berkeleyFilesThatRpmDoesNotWriteAreNamed(int at, String number, String reason) {
    byte[] file = DatabaseBuilder.berkeley(headers, ByteOrder.LITTLE_ENDIAN, 4096);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at, Integer.decode(number));
    assertThatThrownBy(
            () -> new BerkeleyDatabase(RandomAccessBytes.of(file)).read(new CollectedHeaders()))
        .isInstanceOfSatisfying(
            DamagedException.class,
            damage -> assertThat(damage.reason()).isEqualTo(Reason.UNSUPPORTED))
        .hasMessageContaining(reason);
  }

  @Test
  void aBerkeleyPageOfAForeignKindIsNamed() throws IOException {
    byte[] file = DatabaseBuilder.berkeley(headers, ByteOrder.LITTLE_ENDIAN, 4096);
    file[4096 + 25] = 5;
    assertThat(berkeley(file).losses)
        .contains("Page 1 is of a kind that has no place in a hash file: 5.");
  }

  @Test
  void anSqliteTreeThatLoopsIsLeft() throws IOException {
    byte[] file = sqlite.clone();
    ByteBuffer pages = ByteBuffer.wrap(file);
    int pageLength = pages.getShort(16);
    for (int page = pageLength; page < file.length; page += pageLength) {
      if (file[page] == 5) {
        pages.putInt(page + 8, page / pageLength + 1);
      }
    }
    assertThat(sqlite(file).losses)
        .anyMatch(loss -> loss.contains("is out of the file or already in use"));
  }

  @Test
  void aTinyFileThatClaimsBillionsOfPagesIsCutShort(@TempDir Path directory) throws Exception {
    byte[] file = DatabaseBuilder.sqlite(headers.subList(0, 9), directory);
    ByteBuffer pages = ByteBuffer.wrap(file);
    pages.putInt(28, -1);
    pages.putInt(92, pages.getInt(24));
    int pageLength = pages.getShort(16);
    for (int page = pageLength; page < file.length; page += pageLength) {
      if (file[page] == 5) {
        pages.putInt(page + 8, Integer.MAX_VALUE - 1);
      }
    }
    assertThat(sqlite(file).losses)
        .contains("The file is cut short: page 2147483646 is not there.");
  }

  @Test
  void anSqliteFileWithoutTheTableIsNamed() {
    byte[] file = sqlite.clone();
    byte[] name = "Packages".getBytes(StandardCharsets.US_ASCII);
    for (int i = 100; i < 4096 - name.length; i++) {
      if (Arrays.equals(file, i, i + name.length, name, 0, name.length)) {
        file[i] = 'X';
      }
    }
    assertThatThrownBy(() -> database(file).read(new CollectedHeaders()))
        .hasMessage("It has no table Packages.");
  }

  @ParameterizedTest
  @CsvSource({
    "'', The file is empty.",
    "x, The file has only 1 bytes.",
  })
  void tinySqliteFilesAreNamed(String content, String message) {
    byte[] file = content.getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> database(file)).hasMessage(message);
  }

  @Test
  void aFileOfAnotherKindIsNamed() {
    assertThatThrownBy(() -> database(new byte[4096])).hasMessageContaining("no SQLite database");
    assertThatThrownBy(
            () -> new BerkeleyDatabase(RandomAccessBytes.of(sqlite)).read(new CollectedHeaders()))
        .hasMessage("It is no Berkeley DB hash file.");
    assertThatThrownBy(
            () -> new NdbDatabase(RandomAccessBytes.of(sqlite)).read(new CollectedHeaders()))
        .hasMessageContaining("no ndb database");
  }

  private void assertComplete(CollectedHeaders collected) {
    assertThat(collected.losses).isEmpty();
    assertThat(collected.headers).hasSameSizeAs(headers);
    for (int i = 0; i < headers.size(); i++) {
      assertThat(collected.headers.get(i + 1L)).isEqualTo(headers.get(i));
    }
  }

  private static SqliteDatabase database(byte[] file) throws IOException {
    return new SqliteDatabase(RandomAccessBytes.of(file), RandomAccessBytes.of(NO_LOG));
  }

  private static CollectedHeaders sqlite(byte[] file) throws IOException {
    try {
      return CollectedHeaders.from(database(file));
    } catch (DamagedException e) {
      CollectedHeaders nothing = new CollectedHeaders();
      nothing.lost(e);
      return nothing;
    }
  }

  private static CollectedHeaders ndb(byte[] file) throws IOException {
    return CollectedHeaders.from(new NdbDatabase(RandomAccessBytes.of(file)));
  }

  private static CollectedHeaders berkeley(byte[] file) throws IOException {
    return CollectedHeaders.from(new BerkeleyDatabase(RandomAccessBytes.of(file)));
  }
}
