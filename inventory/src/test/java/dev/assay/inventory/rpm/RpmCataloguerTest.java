package dev.assay.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.FileOwner;
import dev.assay.inventory.FileOwnership;
import dev.assay.inventory.PackageCataloguer.Sink;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.inventory.tree.FileEntry;
import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.Lookup;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.PackageType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RpmCataloguerTest {
  private final List<byte[]> headers = DatabaseBuilder.typicalHeaders(20, new SplittableRandom(4));
  private final List<InstalledPackage> installed = new ArrayList<>();
  private final List<NotEvaluated> gaps = new ArrayList<>();

  @TempDir Path root;

  @Test
  void aRootWithoutRpmHoldsNothing() throws IOException {
    assertThat(new RpmCataloguer().present(DirectoryTree.at(root))).isFalse();
    read();
    assertThat(installed).isEmpty();
    assertThat(gaps).isEmpty();
  }

  @Test
  void theEvidenceIsTheFile() throws IOException {
    write("var/lib/rpm/Packages", berkeley());
    assertThat(new RpmCataloguer().present(DirectoryTree.at(root))).isTrue();
    read();
    assertThat(installed)
        .hasSize(20)
        .allMatch(each -> each.evidence().equals("var/lib/rpm/Packages"));
    assertThat(gaps).isEmpty();
  }

  @Test
  void aDatabaseReachedByTwoNamesIsReadOnce() throws IOException {
    write("usr/lib/sysimage/rpm/Packages.db", DatabaseBuilder.ndb(headers));
    Files.createDirectories(root.resolve("var/lib"));
    Files.createSymbolicLink(root.resolve("var/lib/rpm"), Path.of("../../usr/lib/sysimage/rpm"));
    read();
    assertThat(installed)
        .hasSize(20)
        .allMatch(each -> each.evidence().equals("usr/lib/sysimage/rpm/Packages.db"));
    assertThat(gaps).isEmpty();
  }

  @Test
  void theNewestFormCountsAndTheOlderIsNamed() throws IOException {
    write("var/lib/rpm/Packages.db", DatabaseBuilder.ndb(headers.subList(0, 5)));
    write("var/lib/rpm/Packages", berkeley());
    read();
    assertThat(installed).hasSize(5);
    assertThat(gaps)
        .containsExactly(
            new NotEvaluated(
                "rpm database var/lib/rpm/Packages",
                Reason.AMBIGUOUS,
                "It was not read, because var/lib/rpm/Packages.db holds packages and is the"
                    + " newer.",
                Gap.PART));
  }

  @Test
  void anEmptyDatabaseOfANewerFormHidesNothing(@TempDir Path elsewhere) throws Exception {
    write("var/lib/rpm/rpmdb.sqlite", DatabaseBuilder.sqlite(List.of(), elsewhere));
    write("var/lib/rpm/Packages", berkeley());
    read();
    assertThat(installed).hasSize(20);
    assertThat(gaps).isEmpty();
  }

  @Test
  void aDamagedDatabaseIsAWholeGapBesideTheOlderOnesPackages() throws IOException {
    write("var/lib/rpm/rpmdb.sqlite", new byte[8192]);
    write("var/lib/rpm/Packages", berkeley());
    read();
    assertThat(installed).hasSize(20);
    assertThat(gaps)
        .containsExactly(
            new NotEvaluated(
                "rpm database var/lib/rpm/rpmdb.sqlite",
                Reason.UNPARSEABLE,
                "It is no SQLite database: it does not begin with “SQLite format 3”.",
                Gap.WHOLE));
  }

  @Test
  void aDatabaseCutShortGivesItsPackagesAndAWholeGap() throws IOException {
    byte[] ndb = DatabaseBuilder.ndb(headers);
    write("var/lib/rpm/Packages.db", Arrays.copyOf(ndb, ndb.length - 10));
    read();
    assertThat(installed).hasSize(19);
    assertThat(gaps).hasSize(1);
    assertThat(gaps.getFirst().gap()).isEqualTo(Gap.WHOLE);
    assertThat(gaps.getFirst().why())
        .startsWith("19 packages were read; others are lost. Header 20 lies behind the end");
  }

  @Test
  void aHeaderThatIsNoneIsAWholeGap() throws IOException {
    write("var/lib/rpm/Packages.db", DatabaseBuilder.ndb(List.of(headers.get(0), new byte[99])));
    read();
    assertThat(installed).hasSize(1);
    assertThat(gaps.getFirst().why()).contains("Header 2: The header claims 0 entries.");
    assertThat(gaps.getFirst().gap()).isEqualTo(Gap.WHOLE);
  }

  @Test
  void endlessDamageIsSummedUp() throws IOException {
    write("var/lib/rpm/Packages.db", DatabaseBuilder.ndb(Collections.nCopies(500, new byte[40])));
    read();
    assertThat(gaps).hasSize(1);
    assertThat(gaps.getFirst().why())
        .endsWith("So much is damaged that the rest was not read. And 97 losses more.");
  }

  @Test
  void aDirectoryInTheDatabasesPlaceIsAGap() throws IOException {
    Files.createDirectories(root.resolve("var/lib/rpm/Packages"));
    read();
    assertThat(gaps).hasSize(1);
    assertThat(gaps.getFirst().gap()).isEqualTo(Gap.WHOLE);
  }

  @Test
  void aRollbackJournalIsAGap(@TempDir Path elsewhere) throws Exception {
    write("var/lib/rpm/rpmdb.sqlite", DatabaseBuilder.sqlite(headers, elsewhere));
    write("var/lib/rpm/rpmdb.sqlite-journal", new byte[512]);
    read();
    assertThat(gaps).isEmpty();
    assertThat(installed).hasSize(20);
    write(
        "var/lib/rpm/rpmdb.sqlite-journal",
        new byte[] {(byte) 0xd9, (byte) 0xd5, 0x05, (byte) 0xf9, 0x20, (byte) 0xa1, 0x63, 1});
    read();
    assertThat(gaps).hasSize(1);
    assertThat(gaps.getFirst().why()).contains("rollback journal");
  }

  @Test
  void nothingIsWrittenIntoTheRoot(@TempDir Path elsewhere) throws Exception {
    write("var/lib/rpm/rpmdb.sqlite", DatabaseBuilder.sqlite(headers, elsewhere));
    read();
    try (var files = Files.list(root.resolve("var/lib/rpm"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aDatabaseThatIsWrittenToMeanwhileIsReadAgain() throws IOException {
    write("var/lib/rpm/Packages.db", DatabaseBuilder.ndb(headers.subList(0, 5)));
    int[] openings = {0};
    read(
        new Observed(
            DirectoryTree.at(root),
            () -> {
              if (++openings[0] == 2) {
                write("var/lib/rpm/Packages.db", DatabaseBuilder.ndb(headers));
              }
            }));
    assertThat(installed).hasSize(20);
    assertThat(gaps).isEmpty();
  }

  @Test
  void aDatabaseThatNeverRestsIsAGap() throws IOException {
    int[] count = {1};
    write("var/lib/rpm/Packages.db", DatabaseBuilder.ndb(headers.subList(0, 1)));
    read(
        new Observed(
            DirectoryTree.at(root),
            () ->
                write(
                    "var/lib/rpm/Packages.db",
                    DatabaseBuilder.ndb(headers.subList(0, ++count[0])))));
    assertThat(gaps.getFirst().why()).contains("It kept changing while it was being read.");
  }

  @Test
  void aTreeThatIsNoDirectoryIsReadFromACopy(@TempDir Path elsewhere) throws Exception {
    write("var/lib/rpm/rpmdb.sqlite", DatabaseBuilder.sqlite(headers, elsewhere));
    read(
        new Observed(DirectoryTree.at(root), () -> {}) {
          @Override
          public Optional<Path> localFile(String path) {
            return Optional.empty();
          }
        });
    assertThat(installed).hasSize(20);
    assertThat(gaps).isEmpty();
  }

  @Test
  void theFilesOfAPackageAreItsOwn() throws IOException {
    write("var/lib/rpm/Packages", berkeley());
    FileOwnership ownership = FileOwnership.of(DirectoryTree.at(root));
    assertThat(ownership.ownerOf("/usr/lib64/package-3/file-0.so"))
        .contains(new FileOwner(PackageType.RPM, "package-3", "x86_64"));
    assertThat(ownership.ownerOf("/usr/lib64/package-3/other")).isEmpty();
    assertThat(ownership.notEvaluated()).isEmpty();
  }

  private byte[] berkeley() {
    return DatabaseBuilder.berkeley(headers, ByteOrder.LITTLE_ENDIAN, 4096);
  }

  private void write(String path, byte[] content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() throws IOException {
    read(DirectoryTree.at(root));
  }

  private void read(FileTree tree) {
    installed.clear();
    gaps.clear();
    new RpmCataloguer()
        .read(
            tree,
            new Sink() {
              @Override
              public void installed(InstalledPackage each) {
                installed.add(each);
              }

              @Override
              public void notEvaluated(NotEvaluated gap) {
                gaps.add(gap);
              }
            });
  }

  /// A tree in which something happens before each opening of a file.
  private static class Observed implements FileTree {
    private final FileTree tree;
    private final Runnable event;

    Observed(FileTree tree, Runnable event) {
      this.tree = tree;
      this.event = event;
    }

    @Override
    public Lookup<FileEntry> stat(String path) {
      return tree.stat(path);
    }

    @Override
    public Lookup<FileEntry> lstat(String path) {
      return tree.lstat(path);
    }

    @Override
    public Lookup<String> resolve(String path) {
      return tree.resolve(path);
    }

    @Override
    public Lookup<List<String>> list(String path) {
      return tree.list(path);
    }

    @Override
    public Lookup<InputStream> open(String path, long limit) {
      return tree.open(path, limit);
    }

    @Override
    public Optional<Path> localFile(String path) {
      event.run();
      return tree.localFile(path);
    }
  }
}
