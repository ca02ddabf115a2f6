package dev.assay.feeds;

import dev.assay.feeds.json.JsonReader;
import dev.assay.feeds.json.JsonValue;
import dev.assay.model.SourceInfo.DateOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A `manifest.json` beside feed files: for each file, by its path relative to the manifest, the
/// day its data is of and its licence.
///
/// ``` {"os/debian-osv.tar.zst": {"snapshotDate": "2025-02-12", "licence": "…", "dateFrom":
/// "manifest"}}
/// ``` `dateFrom` is `manifest` where absent, or `download`: the file's Last-Modified.
public record FeedManifest(Map<String, Facts> files) {

  /// What the manifest says of one file.
  public record Facts(
      @Nullable LocalDate snapshotDate, DateOrigin dateFrom, @Nullable String licence) {
    static final Facts NONE = new Facts(null, DateOrigin.NONE, null);
  }

  public static final FeedManifest EMPTY = new FeedManifest(Map.of());

  public FeedManifest {
    files = Map.copyOf(files);
  }

  /// Reads a manifest.
  ///
  /// @throws MalformedRecordException where it is none
  public static FeedManifest read(InputStream input) throws IOException {
    Map<String, Facts> files = new HashMap<>();
    JsonReader.read(input).members().forEach((path, facts) -> files.put(path, facts(facts)));
    return new FeedManifest(files);
  }

  private static Facts facts(JsonValue value) {
    String date = value.optionalText("snapshotDate");
    boolean download = "download".equalsIgnoreCase(value.optionalText("dateFrom"));
    return new Facts(
        date == null ? null : day(value, date),
        date == null ? DateOrigin.NONE : download ? DateOrigin.DOWNLOAD : DateOrigin.MANIFEST,
        value.optionalText("licence"));
  }

  private static LocalDate day(JsonValue value, String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException noDay) {
      throw value.member("snapshotDate").malformed("is not a day: \"" + date + "\"");
    }
  }

  Optional<Facts> facts(String path) {
    return Optional.ofNullable(files.get(path));
  }
}
