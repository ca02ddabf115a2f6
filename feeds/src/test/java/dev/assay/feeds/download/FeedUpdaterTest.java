package dev.assay.feeds.download;

import static dev.assay.feeds.download.FeedServer.bare;
import static dev.assay.feeds.download.FeedServer.cut;
import static dev.assay.feeds.download.FeedServer.file;
import static dev.assay.feeds.download.FeedServer.redirect;
import static dev.assay.feeds.download.FeedServer.status;
import static dev.assay.feeds.download.FeedServer.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.feeds.download.FileOutcome.Fetched;
import dev.assay.feeds.download.FileOutcome.KeptOld;
import dev.assay.feeds.download.FileOutcome.Missing;
import dev.assay.feeds.download.FileOutcome.NotPublished;
import dev.assay.feeds.download.FileOutcome.Unchanged;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedUpdaterTest {
  private static final CachePath FILE = new CachePath("file");
  private static final byte[] OLD = Feeds.kev("CVE-2014-0160");
  private static final byte[] NEW = Feeds.kev("CVE-2021-44228");
  private static final byte[] ZIP = Feeds.osvZip(2000);

  private UpdateScene scene;

  @BeforeEach
  void open(@TempDir Path directory) {
    scene = new UpdateScene(directory.resolve("cache"));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private FileOutcome fetchJson() {
    return scene.fetch(scene.single("kev.json", "json", ""));
  }

  private FileOutcome fetchZip() {
    return scene.fetch(scene.single("all.zip", "zip", ""));
  }

  private void haveOld() {
    scene.server.on("/kev.json", file(OLD, "old"));
    assertThat(fetchJson()).isInstanceOf(Fetched.class);
  }

  private String reason(FileOutcome outcome) {
    return switch (outcome) {
      case KeptOld kept -> kept.reason();
      case Missing missing -> missing.reason();
      default -> throw new AssertionError(outcome);
    };
  }

  @Test
  void aFileArrives() {
    scene.server.on("/kev.json", file(NEW, "new"));
    assertThat(fetchJson()).isEqualTo(new Fetched(FILE, NEW.length, false));
    assertThat(scene.kept("file")).isEqualTo(NEW);
    assertThat(scene.server.asked().getFirst().userAgent()).isEqualTo("assay-test");
  }

  @Test
  void aFileThatIsStillTheSameIsNotSentAgain() {
    haveOld();
    assertThat(fetchJson()).isEqualTo(new Unchanged(FILE));
    assertThat(scene.server.asked().getLast().ifNoneMatch()).isEqualTo("\"old\"");
  }

  @Test
  void withoutATagTheTimeIsAskedFor() {
    String time = "Wed, 05 Mar 2025 06:07:08 GMT";
    scene.server.on("/kev.json", with("Last-Modified", time, bare(OLD)));
    fetchJson();
    scene.server.on("/kev.json", status(304));
    assertThat(fetchJson()).isEqualTo(new Unchanged(FILE));
    assertThat(scene.server.asked().getLast().ifModifiedSince()).isEqualTo(time);
  }

  @Test
  void theSameBytesWithoutAnyVersionAreUnchanged() {
    scene.server.on("/kev.json", bare(OLD));
    fetchJson();
    assertThat(fetchJson()).isEqualTo(new Unchanged(FILE));
  }

  @Test
  void aFileThatWasChangedInTheCacheIsFetchedWhole() throws Exception {
    haveOld();
    Files.write(scene.cache.resolve("feeds/file"), new byte[] {1});
    assertThat(fetchJson()).isEqualTo(new Fetched(FILE, OLD.length, false));
    assertThat(scene.kept("file")).isEqualTo(OLD);
  }

  @Test
  void aNewerFileReplacesTheOlder() {
    haveOld();
    scene.server.on("/kev.json", file(NEW, "new"));
    assertThat(fetchJson()).isEqualTo(new Fetched(FILE, NEW.length, false));
    assertThat(scene.kept("file")).isEqualTo(NEW);
  }

  @Test
  void aFileThatIsNotThereIsMissingOrKeptAndNotAskedForAgain() {
    assertThat(reason(fetchJson())).endsWith("kev.json answered 404");
    assertThat(scene.server.asked()).hasSize(1);
    haveOld();
    scene.server.on("/kev.json", status(404));
    assertThat(fetchJson()).isInstanceOf(KeptOld.class);
    assertThat(scene.kept("file")).isEqualTo(OLD);
    assertThat(scene.pauses).isEmpty();
  }

  @Test
  void anOptionalFileNeedNotBeThere() {
    assertThat(scene.fetch(scene.single("kev.json", "json", ", optional: true")))
        .isEqualTo(new NotPublished(FILE));
  }

  @Test
  void aServerInTroubleIsAskedAgainAfterAWhile() {
    scene.server.on("/kev.json", status(500), status(503), file(NEW, "new"));
    assertThat(fetchJson()).isInstanceOf(Fetched.class);
    assertThat(scene.pauses).hasSize(2);
    assertThat(scene.pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(scene.pauses.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(scene.events).hasAtLeastOneElementOfType(UpdateEvent.Retrying.class);
  }

  @Test
  void aServerThatStaysInTroubleIsGivenUp() {
    haveOld();
    scene.server.on("/kev.json", status(500));
    assertThat(reason(fetchJson())).endsWith("answered 500");
    assertThat(scene.pauses).hasSize(3);
    assertThat(scene.kept("file")).isEqualTo(OLD);
  }

  @Test
  void theServerSaysHowLongToWaitWithinBounds() {
    scene.server.on(
        "/kev.json",
        with("Retry-After", "7", status(429)),
        with("Retry-After", "99999", status(503)),
        file(NEW, "new"));
    fetchJson();
    assertThat(scene.pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(60));
  }

  @Test
  void aDownloadThatBreaksOffGoesOnWhereItStopped() {
    scene.server.on("/all.zip", cut(ZIP, "v1", 70_000), file(ZIP, "v1"));
    assertThat(fetchZip()).isEqualTo(new Fetched(FILE, ZIP.length, true));
    assertThat(scene.kept("file")).isEqualTo(ZIP);
    FeedServer.Asked second = scene.server.asked().get(1);
    assertThat(second.range()).matches("bytes=[1-9][0-9]*-");
    assertThat(second.ifRange()).isEqualTo("\"v1\"");
  }

  @Test
  void aLaterUpdateGoesOnToo() {
    scene.server.on("/all.zip", cut(ZIP, "v1", 70_000), status(403));
    assertThat(fetchZip()).isInstanceOf(Missing.class);
    scene.server.on("/all.zip", file(ZIP, "v1"));
    assertThat(fetchZip()).isEqualTo(new Fetched(FILE, ZIP.length, true));
    assertThat(scene.kept("file")).isEqualTo(ZIP);
  }

  @Test
  void aFileThatChangedWhileDownloadingBeginsAnew() {
    byte[] other = Feeds.osvZip(2001);
    scene.server.on("/all.zip", cut(ZIP, "v1", 70_000), file(other, "v2"));
    assertThat(fetchZip()).isEqualTo(new Fetched(FILE, other.length, false));
    assertThat(scene.kept("file")).isEqualTo(other);
  }

  @Test
  void theRestOfAnotherVersionIsNotTaken() {
    byte[] other = Feeds.osvZip(2001);
    scene.server.on(
        "/all.zip",
        cut(ZIP, "v1", 70_000),
        exchange -> {
          int from =
              Integer.parseInt(
                  exchange.getRequestHeaders().getFirst("Range").replaceAll("\\D", ""));
          byte[] rest = Arrays.copyOfRange(other, from, other.length);
          exchange.getResponseHeaders().set("ETag", "\"v2\"");
          exchange
              .getResponseHeaders()
              .set(
                  "Content-Range", "bytes " + from + "-" + (other.length - 1) + "/" + other.length);
          exchange.sendResponseHeaders(206, rest.length);
          exchange.getResponseBody().write(rest);
        },
        file(other, "v2"));
    assertThat(fetchZip()).isEqualTo(new Fetched(FILE, other.length, false));
    assertThat(scene.kept("file")).isEqualTo(other);
  }

  @Test
  void aServerThatCannotGoOnSendsAll() {
    scene.server.on("/all.zip", cut(ZIP, "v1", 70_000), status(416), file(ZIP, "v1"));
    assertThat(fetchZip()).isEqualTo(new Fetched(FILE, ZIP.length, false));
  }

  @Test
  void aFileThatIsCutShortWithoutALengthIsNotTaken() {
    haveOld();
    scene.server.on(
        "/kev.json",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(NEW, 0, NEW.length - 20);
        });
    assertThat(reason(fetchJson())).contains("not a whole JSON file");
    assertThat(scene.kept("file")).isEqualTo(OLD);
  }

  @Test
  void aCorruptGzipIsNotTaken() {
    byte[] corrupt = Feeds.epss();
    corrupt[corrupt.length / 2] ^= 0x55;
    scene.server.on("/epss.gz", file(corrupt, "v1"));
    assertThat(reason(scene.fetch(scene.single("epss.gz", "gzip", ""))))
        .contains("not a whole GZIP file");
    assertThat(scene.cache.resolve("feeds/file")).doesNotExist();
  }

  @Test
  void aCorruptFileThatIsRepairedIsTaken() {
    byte[] corrupt = ZIP.clone();
    corrupt[100] ^= 0x55;
    scene.server.on("/all.zip", file(corrupt, "v1"), file(ZIP, "v2"));
    assertThat(fetchZip()).isEqualTo(new Fetched(FILE, ZIP.length, false));
  }

  @Test
  void aPageInPlaceOfAFeedIsNotTaken() {
    haveOld();
    scene.server.on("/kev.json", bare("<html>Log in</html>".getBytes(StandardCharsets.UTF_8)));
    assertThat(fetchJson()).isInstanceOf(KeptOld.class);
    assertThat(scene.kept("file")).isEqualTo(OLD);
  }

  @Test
  void aServerThatFallsSilentIsLeft() {
    scene.impatient();
    scene.server.on("/kev.json", scene.server.stalling(NEW, 5), file(NEW, "new"));
    assertThat(fetchJson()).isInstanceOf(Fetched.class);
    assertThat(scene.events.toString()).contains("no byte came for 1000 ms");
  }

  @Test
  void aServerThatNeverAnswersIsLeft() {
    scene.impatient();
    scene.server.on("/kev.json", scene.server.silent(), file(NEW, "new"));
    assertThat(fetchJson()).isInstanceOf(Fetched.class);
    assertThat(scene.pauses).hasSize(1);
  }

  @Test
  void aServerThatIsNotThereIsReported() {
    FeedsConfiguration configuration = scene.single("kev.json", "json", "");
    scene.server.close();
    assertThat(reason(scene.fetch(configuration))).contains("no connection to the server");
  }

  @Test
  void redirectsAreFollowed() {
    scene.server.on("/kev.json", redirect("/elsewhere.json"));
    scene.server.on("/elsewhere.json", file(NEW, "new"));
    assertThat(fetchJson()).isInstanceOf(Fetched.class);
  }

  @Test
  void redirectsInACircleAreNot() {
    scene.server.on("/kev.json", redirect("/kev.json"));
    assertThat(reason(fetchJson())).contains("more than 5 redirects");
    assertThat(scene.pauses).isEmpty();
  }

  @Test
  void aFileThatSaysItIsTooLargeIsRefusedAtOnce() {
    byte[] large = new byte[(1 << 20) + 1];
    scene.server.on("/all.zip", file(large, "v1"));
    assertThat(reason(fetchZip())).contains("larger than its bound of 1 MiB");
    assertThat(scene.server.asked()).hasSize(1);
  }

  @Test
  void aFileThatGrowsTooLargeIsRefused() throws Exception {
    byte[] large = new byte[1 << 20];
    scene.server.on(
        "/all.zip",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(large);
          exchange.getResponseBody().write(large);
        });
    assertThat(reason(fetchZip())).contains("larger than its bound of 1 MiB");
    try (var left = Files.list(scene.cache.resolve("partial"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aChecksumThatHoldsIsNoTrouble() throws Exception {
    Path copy = Files.write(scene.cache.resolveSibling("copy"), NEW);
    String sum = Digests.of(copy).sha256();
    scene.server.on("/kev.json", file(NEW, "new"));
    scene.server.on(
        "/kev.json.sha256", bare((sum + "  kev.json\n").getBytes(StandardCharsets.UTF_8)));
    assertThat(scene.fetch(scene.single("kev.json", "json", ", sha256: kev.json.sha256")))
        .isInstanceOf(Fetched.class);
    scene.server.on(
        "/SHA256SUMS",
        bare(("0".repeat(64) + "  x\n" + sum + " *kev.json\n").getBytes(StandardCharsets.UTF_8)));
    assertThat(scene.fetch(scene.single("kev.json", "json", ", sha256: SHA256SUMS")))
        .isInstanceOf(Unchanged.class);
  }

  @Test
  void aWrongChecksumKeepsTheOldFile() {
    haveOld();
    scene.server.on("/kev.json", file(NEW, "new"));
    scene.server.on("/sum", bare("0".repeat(64).getBytes(StandardCharsets.UTF_8)));
    assertThat(reason(scene.fetch(scene.single("kev.json", "json", ", sha256: sum"))))
        .contains("its SHA-256 is");
    assertThat(scene.kept("file")).isEqualTo(OLD);
  }

  @Test
  void aChecksumThatIsPromisedMustBeThere() {
    scene.server.on("/kev.json", file(NEW, "new"));
    assertThat(
            reason(scene.fetch(scene.single("kev.json", "json", ", sha256: sum, optional: true"))))
        .contains("No checksum to be had");
  }

  @Test
  void theChecksumThatGooglesStorageSendsIsChecked() throws Exception {
    Path copy = Files.write(scene.cache.resolveSibling("copy"), NEW);
    String right = "crc32c=" + Digests.of(copy).crc32c() + ",md5=AAAAAAAAAAAAAAAAAAAAAA==";
    scene.server.on("/kev.json", with("x-goog-hash", "crc32c=AAAAAA==", file(NEW, "new")));
    assertThat(reason(fetchJson())).contains("its CRC-32C is");
    scene.server.on("/kev.json", with("x-goog-hash", right, file(NEW, "new")));
    assertThat(fetchJson()).isInstanceOf(Fetched.class);
  }

  @Test
  void offlineNothingIsAskedForAndTheCacheIsUsed() {
    haveOld();
    int before = scene.server.asked().size();
    UpdateResult result = scene.update(scene.single("kev.json", "json", ""), Transport.offline());
    assertThat(result.failures()).containsExactly(new KeptOld(FILE, "offline"));
    assertThat(result.usable()).isTrue();
    assertThat(result.changed()).isFalse();
    assertThat(scene.server.asked()).hasSize(before);
    assertThat(scene.pauses).isEmpty();
  }

  @Test
  void oneFeedsTroubleIsNotAnothers() {
    scene.server.on("/a.json", status(404)).on("/b.json", file(NEW, "new"));
    UpdateResult result =
        scene.update(
            scene.configuration(
                """
                - {id: a, title: A, licence: x, base: BASE, files: [{url: a.json, path: a.json, form: json, largestMiB: 1}]}
                - {id: b, title: B, licence: y, base: BASE, files: [{url: b.json, path: b.json, form: json, largestMiB: 1}]}
                - {id: c, title: C, licence: z, base: BASE, enabled: false, files: [{url: c.json, path: c.json, form: json, largestMiB: 1}]}
                """));
    assertThat(result.changed()).isTrue();
    assertThat(result.failures()).hasSize(1);
    assertThat(result.disabled()).extracting(RemoteFeed::id).containsExactly("c");
    assertThat(result.outcomes().keySet()).extracting(RemoteFeed::id).containsExactly("a", "b");
    assertThat(new String(scene.kept("manifest.json"), StandardCharsets.UTF_8))
        .contains("\"b.json\"", "\"2025-03-05\"", "\"download\"", "\"y\"")
        .doesNotContain("a.json");
  }

  @Test
  void theFilesOfAFeedThatIsSwitchedOffAreRemoved() {
    haveOld();
    UpdateResult result =
        scene.update(
            scene.configuration(
                """
                - {id: feed, title: A, licence: x, base: BASE, enabled: false, files: [{url: kev.json, path: file, form: json, largestMiB: 1}]}
                """));
    assertThat(result.removed()).containsExactly(FILE);
    assertThat(result.changed()).isTrue();
    assertThat(scene.cache.resolve("feeds/file")).doesNotExist();
  }

  @Test
  void progressSaysHowMuchOfHowMuch() {
    scene.server.on("/all.zip", file(ZIP, "v1"));
    fetchZip();
    assertThat(scene.events)
        .filteredOn(UpdateEvent.Progress.class::isInstance)
        .last()
        .extracting(event -> ((UpdateEvent.Progress) event).received())
        .isEqualTo((long) ZIP.length);
    assertThat(scene.events.getFirst()).isInstanceOf(UpdateEvent.Started.class);
    assertThat(scene.events.getLast()).isInstanceOf(UpdateEvent.Finished.class);
  }

  @Test
  void twoUpdatesOfOneCacheDoNotRunAtOnce() throws Exception {
    try (FeedCache held = FeedCache.open(scene.cache)) {
      assertThat(held.feeds()).isDirectory();
      FeedsConfiguration configuration = scene.single("kev.json", "json", "");
      assertThatThrownBy(
              () ->
                  new FeedUpdater(Transport.offline(), scene.surroundings())
                      .update(configuration, scene.cache, event -> {}))
          .isInstanceOf(CacheInUseException.class);
    }
  }

  @Test
  void aLedgerThatCannotBeReadIsAnEmptyOne() throws Exception {
    haveOld();
    Files.writeString(scene.cache.resolve("downloads.json"), "{\"whole\": [");
    assertThat(fetchJson()).isInstanceOf(Fetched.class);
  }

  @Test
  void aLedgerThatLeadsOutOfTheCacheIsAnEmptyOne() throws Exception {
    Path outside = Files.writeString(scene.cache.resolveSibling("precious"), "x");
    Files.createDirectories(scene.cache);
    Files.writeString(
        scene.cache.resolve("downloads.json"),
        "{\"whole\": {\"../../precious\": {\"url\": \"x\", \"sha256\": \"x\"}}, \"partial\": {}}");
    scene.server.on("/kev.json", file(NEW, "new"));
    assertThat(fetchJson()).isInstanceOf(Fetched.class);
    assertThat(outside).exists();
  }

  @Test
  void anUpdateCanBeInterrupted() {
    scene.server.on("/kev.json", scene.server.silent());
    FeedsConfiguration configuration = scene.single("kev.json", "json", "");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> scene.update(configuration))
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
