package dev.assay.inventory.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.inventory.PackageCataloguer.Sink;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Databases that rpm itself wrote, or reads, against what it says of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RpmOracleTest {
  private static final String SPEC =
      """
      Name: alpha
      Version: 1.2.3
      Release: 4.el9_2.1
      Summary: First
      License: GPLv2+ and MIT
      Vendor: Beispiel GmbH & Söhne
      Packager: Packer <packer@example.org>
      ModularityLabel: alpha:18:9020020230327:rhel9
      BuildArch: noarch
      %description
      First.
      %package libs
      Summary: Of the same source
      Epoch: 7
      Version: 9~rc1
      Release: 1^git5
      %description libs
      Libraries.
      %package -n gpg-pubkey
      Summary: No package
      %description -n gpg-pubkey
      A key.
      %package many-files
      Summary: A long header
      %description many-files
      Many.
      %install
      mkdir -p %{buildroot}/usr/lib/alpha/deep %{buildroot}/etc
      for i in $(seq 1 700); do : > %{buildroot}/usr/lib/alpha/deep/a-long-file-name-$i; done
      : > %{buildroot}/etc/alpha.conf
      ln -s alpha.conf %{buildroot}/etc/alpha.link
      %files
      /etc/*
      %files libs
      %files -n gpg-pubkey
      %files many-files
      %dir /usr/lib/alpha
      /usr/lib/alpha/deep
      """;

  private static final String FIELDS =
      "%{NAME} %|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE} %{ARCH} %{SOURCERPM} %{VENDOR}"
          + " %{MODULARITYLABEL} %{PACKAGER} %{LICENSE}\\n";

  @TempDir private static Path work;
  private static RealRpm rpm = new RealRpm(Path.of(""));
  private static List<String> packages = List.of();

  @BeforeAll
  static void buildPackages() throws IOException {
    assumeTrue(RealRpm.has("rpm", "rpmbuild"), "rpm and rpmbuild are not installed");
    rpm = new RealRpm(work);
    packages = rpm.build(SPEC);
    assertThat(packages).hasSize(4);
  }

  /// Each form this rpm can write: everywhere sqlite, ndb where it was built for it.
  @ParameterizedTest
  @MethodSource("backends")
  void whatRpmWritesIsReadAsRpmReadsIt(String backend) throws IOException {
    Path root = Files.createTempDirectory(work, backend);
    Path database = Files.createDirectories(root.resolve("var/lib/rpm"));
    rpm.install(database, backend, packages);
    assertThat(read(root)).containsExactlyElementsOf(queried(database, backend));
    assertThat(files(database))
        .containsExactlyInAnyOrderElementsOf(rpm.query(database, backend, "[%{FILENAMES}\\n]"));
  }

  static List<String> backends() throws IOException {
    List<String> backends = new ArrayList<>();
    for (String backend : List.of("sqlite", "ndb")) {
      if (rpm.hasBackend(backend)) {
        backends.add(backend);
      }
    }
    return backends;
  }

  /// Not every rpm has the ndb form, so the headers that rpm exports are packed into it here.
  @ParameterizedTest(name = "{0} times")
  @ValueSource(ints = {1, 64, 65, 200})
  void whatRpmExportsIsReadFromNdbAsRpmReadsIt(int times) throws IOException {
    Path written = Files.createTempDirectory(work, "written");
    rpm.install(written, "sqlite", packages);
    List<byte[]> exported = rpm.export(written);
    assertThat(exported).hasSize(packages.size());
    List<byte[]> repeated = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    List<String> expectedFiles = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      repeated.addAll(exported);
      expected.addAll(queried(written, "sqlite"));
      expectedFiles.addAll(rpm.query(written, "sqlite", "[%{FILENAMES}\\n]"));
    }
    Path root = Files.createTempDirectory(work, "packed");
    Path database = Files.createDirectories(root.resolve("var/lib/rpm"));
    Files.write(database.resolve("Packages.db"), DatabaseBuilder.ndb(repeated));
    assertThat(read(root)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(files(database)).containsExactlyInAnyOrderElementsOf(expectedFiles);
  }

  @Test
  void anErasedPackageIsGone() throws IOException {
    Path root = Files.createTempDirectory(work, "erased");
    Path database = Files.createDirectories(root.resolve("var/lib/rpm"));
    rpm.install(database, "sqlite", packages);
    rpm.run(
        "rpm", "--dbpath", database.toString(), "-e", "--justdb", "--nodeps", "alpha-many-files");
    assertThat(read(root)).hasSize(2).containsExactlyElementsOf(queried(database, "sqlite"));
  }

  @ParameterizedTest
  @CsvSource({"LITTLE, 4096", "LITTLE, 512", "LITTLE, 65536", "BIG, 4096", "BIG, 512"})
  void whatBerkeleyDbWritesIsReadAsRpmReadsIt(String order, int pageLength) throws IOException {
    assumeTrue(RealRpm.has("db5.3_load"), "db5.3_load is not installed");
    Path root = Files.createTempDirectory(work, "berkeley");
    Path database = Files.createDirectories(root.resolve("var/lib/rpm"));
    load(database.resolve("Packages"), order, pageLength);
    assertThat(read(root)).hasSize(3 * 50);
    assumeTrue(rpm.hasBackend("bdb_ro"), "this rpm cannot read Berkeley DB");
    assertThat(read(root)).containsExactlyElementsOf(queried(database, "bdb_ro"));
  }

  @Test
  void rpmReadsTheBerkeleyFilesThatOtherTestsAreMadeOf() throws IOException {
    assumeTrue(rpm.hasBackend("bdb_ro"), "this rpm cannot read Berkeley DB");
    Path root = Files.createTempDirectory(work, "built");
    Path database = Files.createDirectories(root.resolve("var/lib/rpm"));
    List<byte[]> headers = List.copyOf(headers().headers.values());
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      Files.write(database.resolve("Packages"), DatabaseBuilder.berkeley(headers, order, 4096));
      assertThat(read(root)).hasSize(3).containsExactlyElementsOf(queried(database, "bdb_ro"));
    }
  }

  /// Fills a hash file by Berkeley DB's own tool with the real headers, fifty times over.
  private static void load(Path file, String order, int pageLength) throws IOException {
    StringBuilder dump = new StringBuilder("VERSION=3\nformat=bytevalue\ntype=hash\n");
    dump.append("db_pagesize=").append(pageLength).append("\nHEADER=END\n");
    List<byte[]> headers = List.copyOf(headers().headers.values());
    HexFormat hex = HexFormat.of();
    boolean big = order.equals("BIG");
    dump.append(" 00000000\n 01000000\n");
    for (int instance = 1; instance <= headers.size() * 50; instance++) {
      int key = big ? instance : Integer.reverseBytes(instance);
      dump.append(' ').append(hex.toHexDigits(key)).append("\n ");
      dump.append(hex.formatHex(headers.get(instance % headers.size()))).append('\n');
    }
    dump.append("DATA=END\n");
    Path text = Files.writeString(file.resolveSibling("dump"), dump);
    String lorder = "db_lorder=" + (big ? 4321 : 1234);
    rpm.run("db5.3_load", "-c", lorder, "-f", text.toString(), file.toString());
  }

  private static CollectedHeaders headers() throws IOException {
    Path database = Files.createTempDirectory(work, "headers");
    rpm.install(database, "sqlite", packages);
    return collect(database);
  }

  private static CollectedHeaders collect(Path database) throws IOException {
    for (DatabaseKind kind : DatabaseKind.values()) {
      Path file = database.resolve(kind.fileName());
      if (Files.exists(file)) {
        RandomAccessBytes nothing = RandomAccessBytes.of(new byte[0]);
        try (FileChannel channel = FileChannel.open(file)) {
          RandomAccessBytes bytes = RandomAccessBytes.of(channel);
          return CollectedHeaders.from(
              switch (kind) {
                case SQLITE -> new SqliteDatabase(bytes, nothing);
                case NDB -> new NdbDatabase(bytes);
                case BERKELEY -> new BerkeleyDatabase(bytes);
              });
        }
      }
    }
    throw new IOException("No database in " + database);
  }

  private static List<String> files(Path database) throws IOException {
    List<String> paths = new ArrayList<>();
    for (byte[] blob : collect(database).headers.values()) {
      HeaderFiles.paths(RpmHeader.parse(Octets.bigEndian(blob, blob.length)), paths::add);
    }
    return paths;
  }

  private static List<String> queried(Path database, String backend) throws IOException {
    return rpm.query(database, backend, FIELDS).stream()
        .filter(line -> !line.startsWith("gpg-pubkey "))
        .toList();
  }

  private static List<String> read(Path root) throws IOException {
    List<String> lines = new ArrayList<>();
    new RpmCataloguer()
        .read(
            DirectoryTree.at(root),
            new Sink() {
              @Override
              public void installed(InstalledPackage installed) {
                lines.add(line(installed));
              }

              @Override
              public void notEvaluated(NotEvaluated gap) {
                throw new AssertionError(gap);
              }
            });
    return lines.stream().sorted().toList();
  }

  private static String line(InstalledPackage installed) {
    assertThat(installed.sourceVersion()).matches("(\\d+:)?1\\.2\\.3-4\\.el9_2\\.1");
    return String.join(
        " ",
        installed.name(),
        installed.version(),
        installed.architecture(),
        installed.sourceName() + "-1.2.3-4.el9_2.1.src.rpm",
        installed.vendor(),
        Objects.requireNonNullElse(installed.module(), "(none)"),
        installed.maintainer(),
        installed.licence());
  }
}
