package dev.assay.feeds.download;

import static dev.assay.feeds.download.FeedServer.bare;
import static dev.assay.feeds.download.FeedServer.file;
import static dev.assay.feeds.download.FeedServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feeds.download.FileOutcome.Fetched;
import dev.assay.feeds.download.FileOutcome.KeptOld;
import dev.assay.feeds.download.FileOutcome.Missing;
import dev.assay.feeds.download.FileOutcome.NotPublished;
import dev.assay.feeds.download.FileOutcome.Unchanged;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryFetcherTest {
  private static final byte[] UPDATEINFO = Feeds.updateinfo();
  private static final CachePath CORE = new CachePath("amazon/2/core/updateinfo.xml.gz");

  private UpdateScene scene;
  private String sha256 = "";

  @BeforeEach
  void open(@TempDir Path directory) throws Exception {
    scene = new UpdateScene(directory.resolve("cache"));
    sha256 = Digests.of(Files.write(directory.resolve("updateinfo"), UPDATEINFO)).sha256();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private FeedsConfiguration core() {
    return scene.configuration(
        """
        - id: amazon
          title: Amazon
          licence: x
          base: BASE
          repositories:
            - {path: amazon/2/core, mirrorList: mirror.list, largestMiB: 1}
        """);
  }

  private FeedsConfiguration extras() {
    return scene.configuration(
        """
        - id: amazon
          title: Amazon
          licence: x
          base: BASE
          repositories:
            - {path: "amazon/2/extras/{topic}", topics: catalog.json, mirrorList: "extras/{topic}/mirror.list", largestMiB: 1}
        """);
  }

  private void repository(String path) {
    scene.server.on(path + "repodata/repomd.xml", bare(Feeds.repomd("repodata/u.xml.gz", sha256)));
    scene.server.on(path + "repodata/u.xml.gz", file(UPDATEINFO, "v1"));
  }

  @Test
  void theMirrorsMetadataNamesTheFileAndItsChecksum() {
    scene.server.on("/mirror.list", bare(text(scene.server.base() + "mirror\n")));
    repository("/mirror/");
    assertThat(scene.fetch(core())).isEqualTo(new Fetched(CORE, UPDATEINFO.length, false));
    assertThat(scene.kept("amazon/2/core/updateinfo.xml.gz")).isEqualTo(UPDATEINFO);
  }

  @Test
  void theSameChecksumMeansThatNothingIsFetched() {
    scene.server.on("/mirror.list", bare(text(scene.server.base() + "mirror\n")));
    repository("/mirror/");
    scene.fetch(core());
    int before = scene.server.asked().size();
    assertThat(scene.fetch(core())).isEqualTo(new Unchanged(CORE));
    assertThat(scene.server.asked().subList(before, scene.server.asked().size()))
        .extracting(FeedServer.Asked::target)
        .containsExactly("/mirror.list", "/mirror/repodata/repomd.xml");
  }

  @Test
  void aMirrorThatFailsIsPassedOver() {
    String base = scene.server.base().toString();
    scene.server.on(
        "/mirror.list", bare(text(base + "gone/\n\nhttp://[\nhttp:///x\n" + base + "mirror/\n")));
    repository("/mirror/");
    assertThat(scene.fetch(core())).isInstanceOf(Fetched.class);
  }

  @Test
  void aFileThatIsNotTheOneInTheMetadataIsNotTaken() {
    scene.server.on("/mirror.list", bare(text(scene.server.base() + "mirror\n")));
    repository("/mirror/");
    scene.server.on("/mirror/repodata/u.xml.gz", file(Feeds.gzip("<updates/>"), "v2"));
    assertThat(scene.fetch(core()))
        .isInstanceOfSatisfying(
            Missing.class, missing -> assertThat(missing.reason()).contains("its SHA-256 is"));
  }

  @Test
  void aRepositoryCanBeNamedWithoutAMirrorList() {
    repository("/mirror/");
    assertThat(
            scene.fetch(
                scene.configuration(
                    """
                    - {id: a, title: A, licence: x, base: BASE, repositories: [{path: amazon/2/core, repository: mirror/, largestMiB: 1}]}
                    """)))
        .isInstanceOf(Fetched.class);
  }

  @Test
  void everyTopicOfTheCatalogueIsARepositoryAndSomeHaveNoUpdateinfo() {
    String base = scene.server.base().toString();
    scene.server.on(
        "/catalog.json",
        bare(text("{\"topics\": [{\"n\": \"docker\"}, {\"n\": \"vim\"}, {\"n\": \"../x\"}]}")));
    scene.server.on("/extras/docker/mirror.list", bare(text(base + "docker\n")));
    scene.server.on("/extras/vim/mirror.list", bare(text(base + "vim\n")));
    repository("/docker/");
    scene.server.on("/vim/repodata/repomd.xml", bare(text("<repomd/>")));
    assertThat(scene.update(extras()).outcomes().values())
        .singleElement()
        .isEqualTo(
            List.of(
                new Fetched(
                    new CachePath("amazon/2/extras/docker/updateinfo.xml.gz"),
                    UPDATEINFO.length,
                    false),
                new NotPublished(new CachePath("amazon/2/extras/vim/updateinfo.xml.gz"))));
  }

  @Test
  void withoutTheCatalogueTheTopicsStay() {
    everyTopicOfTheCatalogueIsARepositoryAndSomeHaveNoUpdateinfo();
    scene.server.on("/catalog.json", status(500));
    UpdateResult result = scene.update(extras());
    assertThat(result.removed()).isEmpty();
    assertThat(result.failures())
        .singleElement()
        .isInstanceOfSatisfying(
            KeptOld.class,
            kept ->
                assertThat(kept.path()).hasToString("amazon/2/extras/docker/updateinfo.xml.gz"));
  }

  @Test
  void metadataWithAnotherKindOfChecksumHasNone() throws Exception {
    byte[] xml =
        text(
            "<repomd><data type='updateinfo'><checksum type='sha'>1</checksum>"
                + "<location href='u.xml.gz'/></data></repomd>");
    assertThat(RepositoryMetadata.parse(xml))
        .isEqualTo(Optional.of(new RepositoryMetadata("u.xml.gz", null)));
  }

  @FuzzTest
  void anyMetadataIsReadOrRefused(byte[] xml) {
    try {
      RepositoryMetadata.parse(xml).ifPresent(metadata -> assertThat(metadata.href()).isNotNull());
    } catch (FetchFailure refused) {
      assertThat(refused.reason()).isNotBlank();
    }
  }
}
