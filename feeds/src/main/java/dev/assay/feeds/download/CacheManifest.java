package dev.assay.feeds.download;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The `manifest.json` beside the fetched files, from which a build knows the day each is of (its
/// Last-Modified, else the day it was fetched) and its licence.
final class CacheManifest {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private CacheManifest() {}

  /// @param licences by the paths of the files that belong into it
  static void write(FeedCache cache, Ledger ledger, Map<CachePath, String> licences)
      throws IOException {
    ObjectNode document = MAPPER.createObjectNode();
    new TreeMap<>(licences)
        .forEach(
            (path, licence) ->
                ledger
                    .whole(path)
                    .ifPresent(
                        whole ->
                            document
                                .putObject(path.value())
                                .put("origin", whole.url())
                                .put(
                                    "snapshotDate",
                                    day(whole.version().lastModified(), whole.fetched()).toString())
                                .put("dateFrom", "download")
                                .put("licence", licence)));
    Ledger.replace(
        cache.manifest(), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
  }

  private static LocalDate day(@Nullable String lastModified, Instant fetched) {
    if (lastModified != null) {
      try {
        return LocalDate.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(lastModified));
      } catch (DateTimeException unreadable) {
        // the day it was fetched is the next best
      }
    }
    return LocalDate.ofInstant(fetched, ZoneOffset.UTC);
  }
}
