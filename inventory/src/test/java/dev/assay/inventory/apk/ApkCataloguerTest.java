package dev.assay.inventory.apk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.inventory.Collected;
import dev.assay.inventory.tree.DirectoryTree;
import dev.assay.inventory.tree.FakeTree;
import dev.assay.model.InstalledPackage;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApkCataloguerTest {
  private static final String INSTALLED = "lib/apk/db/installed";
  private static final String MUSL =
      """
      C:Q1abcdefghijklmnopqrstuvwxyz0=
      P:musl
      V:1.2.4-r2
      A:x86_64
      S:1
      T:the libc
      L:MIT
      o:musl
      m:Some One <one@example.org>
      F:lib
      R:ld-musl-x86_64.so.1
      a:0:0:755

      """;

  @Test
  void a_record_is_a_package() {
    InstalledPackage musl = read(MUSL.replace("o:musl", "o:musl-source")).packages().getFirst();

    assertThat(musl.name()).isEqualTo("musl");
    assertThat(musl.version()).isEqualTo("1.2.4-r2");
    assertThat(musl.architecture()).isEqualTo("x86_64");
    assertThat(musl.sourceName()).isEqualTo("musl-source");
    assertThat(musl.sourceVersion()).isEqualTo("1.2.4-r2");
    assertThat(musl.licence()).isEqualTo("MIT");
    assertThat(musl.maintainer()).isEqualTo("Some One <one@example.org>");
    assertThat(musl.evidence()).isEqualTo(INSTALLED);
  }

  @Test
  void without_an_origin_a_package_is_its_own_source() {
    Collected read = read("P:a\nV:1-r0\n\nP:b\nV:2-r0\n");

    assertThat(read.names()).containsExactly("a 1-r0 ", "b 2-r0 ");
    assertThat(read.packages().getFirst().sourceName()).isEqualTo("a");
    assertThat(read.gaps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'P:a\n', a",
    "'V:1-r0\n', the record at line 1",
    "'P:a b\nV:1-r0\n', the record at line 1",
    "'P:a\nV:\n', a"
  })
  void a_record_without_name_or_version_is_named(String record, String what) {
    Collected read = read(record + "\n" + MUSL);

    assertThat(read.names()).containsExactly("musl 1.2.4-r2 x86_64");
    assertThat(read.gaps()).extracting(NotEvaluated::what).containsExactly(what);
    assertThat(read.gaps().getFirst().gap()).isEqualTo(Gap.PART);
  }

  @Test
  void a_damaged_database_is_a_whole_gap() {
    assertThat(read("\0\0\0\n" + MUSL).gaps())
        .extracting(NotEvaluated::gap)
        .containsExactly(Gap.WHOLE);
    assertThat(read(MUSL + "P:cut\nV:1").gaps())
        .extracting(NotEvaluated::gap)
        .containsExactly(Gap.WHOLE);
  }

  @Test
  void the_record_in_which_the_database_breaks_off_is_not_judged() {
    assertThat(read(MUSL + "P:cut\nV:1").names()).containsExactly("musl 1.2.4-r2 x86_64");
    assertThat(read(MUSL + "P:cut\nV:1-r0\nL:MI").names()).containsExactly("musl 1.2.4-r2 x86_64");
  }

  @Test
  void one_database_under_two_names_is_read_once(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("usr/lib/apk/db"));
    Files.writeString(root.resolve("usr/lib/apk/db/installed"), MUSL);
    Files.createSymbolicLink(root.resolve("lib"), Path.of("/usr/lib"));

    assertThat(Collected.from(new ApkCataloguer(), DirectoryTree.at(root)).packages()).hasSize(1);
  }

  @Test
  void corrupt_bytes_never_throw() {
    byte[] sound = MUSL.repeat(3).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      byte[] corrupt = sound.clone();
      for (int change = random.nextInt(8); change >= 0; change--) {
        corrupt[random.nextInt(corrupt.length)] = (byte) random.nextInt(256);
      }
      fuzz(corrupt);
    }
  }

  @FuzzTest
  void fuzz(byte[] content) {
    FakeTree tree = new FakeTree().with(INSTALLED, content);
    Collected read = Collected.from(new ApkCataloguer(), tree);
    assertThat(read.packages().size() + read.gaps().size()).isLessThanOrEqualTo(content.length + 1);
  }

  private static Collected read(String installed) {
    return Collected.from(new ApkCataloguer(), new FakeTree().with(INSTALLED, installed));
  }
}
