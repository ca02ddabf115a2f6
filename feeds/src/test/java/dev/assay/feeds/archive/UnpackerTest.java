package dev.assay.feeds.archive;

import static dev.assay.feeds.archive.Packed.bzip2;
import static dev.assay.feeds.archive.Packed.gzip;
import static dev.assay.feeds.archive.Packed.tar;
import static dev.assay.feeds.archive.Packed.text;
import static dev.assay.feeds.archive.Packed.xz;
import static dev.assay.feeds.archive.Packed.zip;
import static dev.assay.feeds.archive.Packed.zstd;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feeds.FeedEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnpackerTest {
  private static final byte[] DOCUMENT = text("{\"x\": 1}");

  /// Small bounds, so that tests can reach them.
  private static final ArchiveLimits SMALL =
      new ArchiveLimits(1_000, 1 << 20, 64 << 20, 100, 1 << 20, 2, 6);

  private final List<String> paths = new ArrayList<>();
  private final List<String> contents = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  @Test
  void every_compression_is_undone_by_its_first_bytes() throws IOException {
    for (byte[] file :
        List.of(DOCUMENT, zstd(DOCUMENT), gzip(DOCUMENT), bzip2(DOCUMENT), xz(DOCUMENT))) {
      unpack("feed", file);
    }
    assertThat(contents).hasSize(5).containsOnly("{\"x\": 1}");
    assertThat(unreadable).isEmpty();
  }

  @Test
  void the_suffix_of_a_compression_is_taken_off_the_path() throws IOException {
    unpack("epss.csv.gz", gzip(DOCUMENT));
    assertThat(paths).containsExactly("epss.csv");
  }

  @Test
  void members_of_archives_keep_their_paths() throws IOException {
    Map<String, byte[]> members = members("a/1.json", "b/2.json");
    unpack("feed.tar.zst", zstd(tar(members)));
    unpack("all.zip", zip(members));
    assertThat(paths).containsExactly("a/1.json", "b/2.json", "a/1.json", "b/2.json");
    assertThat(unreadable).isEmpty();
  }

  @Test
  void large_members_are_read_whole() throws IOException {
    String large = "x".repeat(300_000);
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("1", text(large));
    members.put("2", text(large));
    unpack("feed.tar", tar(members));
    unpack("feed.zip", zip(members));
    assertThat(contents).containsExactly(large, large, large, large);
  }

  @Test
  void archives_in_archives_are_opened_to_a_depth() throws IOException {
    byte[] nested = zip(members("doc"));
    for (int depth = 0; depth < 3; depth++) {
      unpack("feed", nested);
      nested = tar(Map.of("inner", nested));
    }
    unpack("feed", nested);
    assertThat(contents).hasSize(3);
    assertThat(unreadable).containsExactly("inner: is packed too deep to be read");
  }

  @Test
  void what_stands_before_a_cut_is_kept_and_the_cut_is_told_once() throws IOException {
    byte[] whole = zstd(tar(noisy(800)));
    unpack("feed.tar.zst", Arrays.copyOf(whole, whole.length * 2 / 3));
    assertThat(paths).hasSizeBetween(100, 700);
    assertThat(unreadable).hasSize(1);
    assertThat(unreadable.getFirst()).contains("cannot be read further");
  }

  @Test
  void a_cut_between_two_members_is_noticed() throws IOException {
    byte[] tar = tar(members("1", "2"));
    unpack("feed.tar", Arrays.copyOf(tar, 1024));
    byte[] zip = zip(members("1", "2"));
    int second = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\3\4", 4);
    unpack("feed.zip", Arrays.copyOf(zip, second));
    assertThat(paths).containsExactly("1", "1");
    assertThat(unreadable).hasSize(2);
    assertThat(unreadable.getFirst())
        .matches("feed.tar at byte \\d+, after 1: the archive has no end mark; .*");
    assertThat(unreadable.getLast())
        .matches("feed.zip at byte \\d+, after 1: cannot be read further: it ends too early");
  }

  @Test
  void a_damaged_archive_inside_another_ends_alone() throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("1", DOCUMENT);
    members.put("2.gz", Arrays.copyOf(gzip(DOCUMENT), 12));
    members.put("3", DOCUMENT);
    unpack("feed.tar", tar(members));
    assertThat(paths).containsExactly("1", "3");
    assertThat(unreadable).hasSize(1).first().asString().startsWith("2.gz");
  }

  @Test
  void a_wrong_checksum_in_a_zip_is_noticed() throws IOException {
    byte[] zip = zip(Map.of("1", text("{\"fixed\": \"1.2.3\"}".repeat(3))));
    int checksum = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\7\10") + 4;
    zip[checksum] ^= 1;
    unpack("feed.zip", zip);
    assertThat(unreadable).containsExactly("1: has a wrong checksum; its records may be wrong");
  }

  @Test
  void a_bomb_is_cut_off() throws IOException {
    unpack("bomb.gz", gzip(new byte[40 << 20]));
    assertThat(unreadable).hasSize(1).first().asString().contains("times its size");
  }

  @Test
  void a_document_that_is_too_large_does_not_take_others_with_it() throws IOException {
    byte[] large = new byte[2 << 20];
    new Random(1).nextBytes(large);
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("large", large);
    members.put("small", DOCUMENT);
    unpack("feed.tar", tar(members));
    assertThat(contents).containsExactly("{\"x\": 1}");
    assertThat(unreadable).containsExactly("large: the document is larger than 1048576 bytes");
  }

  @Test
  void too_many_documents_end_the_walk() throws IOException {
    Unpacker unpacker = new Unpacker(SMALL);
    unpacker.unpack("1.tar", new ByteArrayInputStream(tar(noisy(1_500))), visitor());
    unpacker.unpack("2.json", new ByteArrayInputStream(DOCUMENT), visitor());
    assertThat(paths).hasSize(1_000);
    assertThat(unreadable).hasSize(2).allMatch(what -> what.contains("more than 1000 documents"));
  }

  @Test
  void no_mutation_of_an_archive_crashes_or_hangs() throws IOException {
    Random random = new Random(20261124);
    List<byte[]> files =
        List.of(
            zstd(tar(noisy(5))),
            gzip(tar(noisy(5))),
            xz(tar(noisy(5))),
            bzip2(tar(noisy(5))),
            zip(noisy(5)),
            tar(noisy(5)),
            tar(Map.of("inner", zip(noisy(3)))));
    for (int round = 0; round < 700; round++) {
      byte[] file = files.get(round % files.size()).clone();
      for (int change = random.nextInt(8); change >= 0; change--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(file.length) : file.length;
      new Unpacker(SMALL)
          .unpack("feed", new ByteArrayInputStream(Arrays.copyOf(file, length)), visitor());
    }
    assertThat(unreadable).isNotEmpty();
  }

  @FuzzTest
  void any_bytes_are_unpacked_or_told_to_be_unreadable(byte[] file) {
    unpack("feed", file);
    assertThat(paths.size() + unreadable.size()).isPositive();
  }

  private void unpack(String name, byte[] file) {
    new Unpacker(SMALL).unpack(name, new ByteArrayInputStream(file), visitor());
  }

  private DocumentVisitor visitor() {
    return new DocumentVisitor() {
      @Override
      public void document(FeedEntry entry) throws IOException {
        try (InputStream input = entry.open()) {
          contents.add(new String(input.readAllBytes(), StandardCharsets.UTF_8));
          paths.add(entry.path());
        }
      }

      @Override
      public void unreadable(String where, String why) {
        unreadable.add(where + ": " + why);
      }
    };
  }

  private static Map<String, byte[]> members(String... names) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (String name : names) {
      members.put(name, DOCUMENT);
    }
    return members;
  }

  /// Members that do not compress.
  private static Map<String, byte[]> noisy(int count) {
    Random random = new Random(7);
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      byte[] content = new byte[200 + random.nextInt(1_000)];
      random.nextBytes(content);
      content[0] = '{';
      members.put("data/" + i + ".json", content);
    }
    return members;
  }
}
