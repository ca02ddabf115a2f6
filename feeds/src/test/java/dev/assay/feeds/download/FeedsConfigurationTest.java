package dev.assay.feeds.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedsConfigurationTest {
  private static final String SETTINGS =
      """
      settings: {parallel: 4, attempts: 4, connectTimeoutSeconds: 1, longestSilenceSeconds: 1,
        firstDelaySeconds: 1, longestDelaySeconds: 1, userAgent: a, allowHttp: false}
      """;

  private static FeedsConfiguration feed(String rest) {
    return FeedsConfiguration.parse(
        SETTINGS + "feeds:\n  - {id: a, title: A, licence: x, " + rest + "}\n");
  }

  @Test
  void theFileInsideTheJarIsSound() {
    FeedsConfiguration bundled = FeedsConfiguration.bundled();
    assertThat(bundled.settings().parallel()).isEqualTo(4);
    assertThat(bundled.settings().allowHttp()).isFalse();
    assertThat(bundled.notFetched()).isNotEmpty();
    assertThat(bundled.feeds())
        .extracting(RemoteFeed::id)
        .contains("debian-osv", "cisa-kev", "amazon-updateinfo", "alpine-secdb");
    List<FeedSource> sources =
        bundled.feeds().stream().flatMap(feed -> feed.sources().stream()).toList();
    assertThat(sources)
        .filteredOn(RemoteFile.class::isInstance)
        .extracting(source -> ((RemoteFile) source).url().toString())
        .allMatch(url -> url.startsWith("https://"))
        .contains(
            "https://osv-vulnerabilities.storage.googleapis.com/Red%20Hat/all.zip",
            "https://secdb.alpinelinux.org/v3.20/community.json");
  }

  @Test
  void anEntryStandsForEveryCombinationOfItsValues() {
    FeedsConfiguration configuration =
        feed(
            "base: 'https://x.example/', files: [{url: '{r}/{p}.json', path: '{r}/{p}.json', form:"
                + " json, largestMiB: 1, each: {r: [a, b], p: [c, d]}}]");
    assertThat(configuration.feeds().getFirst().sources())
        .extracting(source -> ((RemoteFile) source).path().value())
        .containsExactlyInAnyOrder("a/c.json", "a/d.json", "b/c.json", "b/d.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base: 'https://x.example/'|neither files nor repositories",
        "base: 'https://x.example/', flies: []|unknown member \"flies\"",
        "base: 'http://x.example/', files: []|without TLS",
        "base: 'file:///etc/', files: []|none of the web",
        "base: 'https://x.example/', files: [{url: a, path: ../a, form: json, largestMiB: 1}]"
            + "|Not a path for the cache",
        "base: 'https://x.example/', files: [{url: a, path: .a, form: json, largestMiB: 1}]"
            + "|Not a path for the cache",
        "base: 'https://x.example/', files: [{url: a, path: manifest.json, form: json, largestMiB: 1}]"
            + "|Not a path for the cache",
        "base: 'https://x.example/', files: [{url: a, path: a, form: tar, largestMiB: 1}]"
            + "|unknown form \"tar\"",
        "base: 'https://x.example/', files: [{url: a, path: a, form: json}]|largestMiB is missing",
        "base: 'https://x.example/', files: [{url: a, path: a, form: json, largestMiB: 0}]"
            + "|not from 1",
        "base: 'https://x.example/', files: [{url: 'http://y.example/', path: a, form: json, largestMiB: 1}]"
            + "|without TLS",
        "base: 'https://x.example/', repositories: [{path: a, topics: t, mirrorList: m, largestMiB: 1}]"
            + "|must have {topic}",
      })
  void whatIsWrongIsSaid(String rest, String problem) {
    assertThatThrownBy(() -> feed(rest))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void twoFilesCannotHaveOnePath() {
    assertThatThrownBy(
            () ->
                feed(
                    "base: 'https://x.example/', files: [{url: a, path: a, form: json, largestMiB:"
                        + " 1}, {url: b, path: a, form: json, largestMiB: 1}]"))
        .hasMessageContaining("the path of another file");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x,/y,false,https://a.example/y",
    "https://a.example/x,https://b.example/,false,https://b.example/",
    "https://a.example/x,http://a.example/x,false,",
    "http://a.example/x,http://a.example/y,true,http://a.example/y",
    "https://a.example/x,ftp://a.example/,true,",
    "https://a.example/x,'http:///',true,",
    "https://a.example/x,'::',true,",
  })
  void redirectsNeverGiveUpTls(String from, String location, boolean allowHttp, String to)
      throws FetchFailure {
    if (to == null) {
      assertThatThrownBy(() -> Web.redirected(URI.create(from), location, allowHttp))
          .isInstanceOf(FetchFailure.class);
    } else {
      assertThat(Web.redirected(URI.create(from), location, allowHttp)).hasToString(to);
    }
  }

  @Test
  void aChangedFileIsReadOrRefused() throws IOException {
    String sound = FeedsConfiguration.bundledText();
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      StringBuilder changed = new StringBuilder(sound);
      for (int i = random.nextInt(5); i >= 0; i--) {
        changed.setCharAt(
            random.nextInt(changed.length()), "{}[]:-'\"\n #&*!x".charAt(random.nextInt(15)));
      }
      readOrRefuse(changed.toString());
    }
  }

  @FuzzTest
  void anyTextIsReadOrRefused(byte[] text) {
    readOrRefuse(new String(text, StandardCharsets.UTF_8));
  }

  private static void readOrRefuse(String text) {
    try {
      FeedsConfiguration.parse(text);
    } catch (InvalidConfigurationException refused) {
      assertThat(refused).hasMessageNotContaining("\n");
    }
  }
}
