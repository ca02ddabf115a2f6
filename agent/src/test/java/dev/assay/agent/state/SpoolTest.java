package dev.assay.agent.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolTest {
  private static final Instant AT = Instant.parse("2026-11-28T12:00:00Z");

  @TempDir Path directory;
  private final List<String> log = new ArrayList<>();

  @Test
  void parts_come_out_whole_and_in_order_also_after_a_restart() throws Exception {
    Spool spool = spool(1 << 20);
    spool.put(part("runtime", "one"), false);
    spool.put(part("runtime", "two"), false);
    Spool next = spool(1 << 20);
    next.put(part("runtime", "three"), false);
    assertThat(drained(next)).containsExactly("one", "two", "three");
    assertThat(drained(spool(1 << 20))).isEmpty();
  }

  @Test
  void a_newer_inventory_takes_the_place_of_the_older_and_of_nothing_else() throws Exception {
    Spool spool = spool(1 << 20);
    spool.put(part("inventory", "old"), true);
    spool.put(part("runtime", "sample"), false);
    spool.put(part("inventory", "new"), true);
    assertThat(drained(spool)).containsExactly("sample", "new");
  }

  @Test
  void what_does_not_fit_pushes_the_oldest_out_and_that_is_said() throws Exception {
    Spool spool = spool(3_000);
    byte[] noise = new byte[1_000];
    for (int i = 0; i < 4; i++) {
      new Random(i).nextBytes(noise);
      noise[0] = (byte) i;
      spool.put(new Part("runtime", AT, Sha256.hex(noise), noise.clone()), false);
    }
    assertThat(spool.oldest().orElseThrow().part().content()[0]).isEqualTo((byte) 2);
    assertThat(log)
        .containsOnly("the spool is full; dropped the oldest part, of runtime")
        .hasSize(2);
  }

  /// Every byte of a file changed, and the file cut off at every length: never another part.
  @Test
  void a_damaged_part_is_dropped_and_said_and_never_read_as_another() throws Exception {
    byte[] whole = SpoolFile.write(part("inventory", "content"));
    Path file = directory.resolve("0000000000000000001.part");
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      Files.write(file, damaged);
      assertThat(spool(1 << 20).oldest()).isEmpty();
      Files.write(file, Arrays.copyOf(whole, i));
      assertThat(spool(1 << 20).oldest()).isEmpty();
    }
    assertThat(log)
        .hasSize(2 * whole.length)
        .allMatch(line -> line.startsWith("dropped a damaged"));
    Files.write(file, whole);
    assertThat(drained(spool(1 << 20))).containsExactly("content");
  }

  @Test
  void a_part_that_was_never_written_whole_is_dropped_and_said() throws Exception {
    Files.writeString(directory.resolve("0000000000000000001.part.unfinished"), "assay-spool-1 ");
    assertThat(spool(1 << 20).oldest()).isEmpty();
    assertThat(log).singleElement().asString().contains("never written whole");
    assertThat(directory).isEmptyDirectory();
  }

  /// A real full disk, which only root can have made.
  @Test
  void where_the_disk_is_full_the_newest_part_is_kept_in_memory() throws Exception {
    assumeTrue(mount(), "a small tmpfs cannot be mounted here");
    try {
      Spool spool = spool(1 << 20);
      spool.put(part("inventory", "waits on disk"), false);
      Files.write(directory.resolve("hog"), new byte[4096]);
      fill();
      byte[] large = new byte[20_000];
      new Random(1).nextBytes(large);
      assertThat(spool.put(new Part("runtime", AT, Sha256.hex(large), large), false))
          .hasValueSatisfying(why -> assertThat(why).contains("only in memory"));
      assertThat(drained(spool)).hasSize(2).startsWith("waits on disk");
    } finally {
      new ProcessBuilder("umount", directory.toString()).start().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private void fill() {
    try {
      Files.write(directory.resolve("hog"), new byte[1 << 20]);
      throw new AssertionError("the disk is not full");
    } catch (IOException full) {
      assertThat(directory.resolve("hog")).exists();
    }
  }

  private boolean mount() throws Exception {
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", directory.toString())
            .redirectErrorStream(true)
            .start();
    return mount.waitFor(10, TimeUnit.SECONDS) && mount.exitValue() == 0;
  }

  private Spool spool(long most) throws IOException {
    return new Spool(directory, most, log::add);
  }

  private static Part part(String collector, String content) {
    return Part.of(collector, AT, content.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> drained(Spool spool) {
    List<String> contents = new ArrayList<>();
    while (spool.oldest().isPresent()) {
      Spool.Waiting waiting = spool.oldest().get();
      contents.add(new String(waiting.part().content(), StandardCharsets.UTF_8));
      spool.remove(waiting);
    }
    return contents;
  }
}
