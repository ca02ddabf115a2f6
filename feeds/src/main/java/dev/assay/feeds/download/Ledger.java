package dev.assay.feeds.download;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonReader;
import dev.assay.feeds.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is known of the files in the cache, kept in `downloads.json` and written anew with every
/// change. A ledger that cannot be read is an empty one: all is fetched again. For several threads.
final class Ledger {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /// A whole file.
  ///
  /// @param sha256 of its bytes, to notice when they were changed here
  record Whole(String url, Validators version, String sha256, Instant fetched) {}

  /// A file that broke off.
  record Partial(String url, Validators version) {}

  private final Path file;
  private final Map<CachePath, Whole> wholes = new TreeMap<>();
  private final Map<CachePath, Partial> partials = new TreeMap<>();

  private Ledger(Path file) {
    this.file = file;
  }

  static Ledger read(Path file) throws IOException {
    Ledger ledger = new Ledger(file);
    if (Files.isRegularFile(file)) {
      try (InputStream input = Files.newInputStream(file)) {
        ledger.load(JsonReader.read(input));
      } catch (MalformedRecordException | InvalidConfigurationException unreadable) {
        ledger.wholes.clear();
        ledger.partials.clear();
      }
    }
    return ledger;
  }

  private void load(JsonValue document) {
    for (Map.Entry<String, JsonValue> entry : document.member("whole").members().entrySet()) {
      JsonValue value = entry.getValue();
      Instant fetched = value.optionalInstant("fetched");
      wholes.put(
          new CachePath(entry.getKey()),
          new Whole(
              value.text("url"),
              version(value),
              value.text("sha256"),
              fetched == null ? Instant.EPOCH : fetched));
    }
    for (Map.Entry<String, JsonValue> entry : document.member("partial").members().entrySet()) {
      JsonValue value = entry.getValue();
      partials.put(new CachePath(entry.getKey()), new Partial(value.text("url"), version(value)));
    }
  }

  private static Validators version(JsonValue value) {
    return new Validators(value.optionalText("etag"), value.optionalText("lastModified"));
  }

  synchronized Optional<Whole> whole(CachePath path) {
    return Optional.ofNullable(wholes.get(path));
  }

  /// The paths of all whole files, in order.
  synchronized List<CachePath> wholes() {
    return List.copyOf(wholes.keySet());
  }

  synchronized Optional<Partial> partial(CachePath path) {
    return Optional.ofNullable(partials.get(path));
  }

  /// The paths of all files that broke off, in order.
  synchronized List<CachePath> partials() {
    return List.copyOf(partials.keySet());
  }

  synchronized void begin(CachePath path, Partial partial) throws IOException {
    partials.put(path, partial);
    save();
  }

  synchronized void abandon(CachePath path) throws IOException {
    if (partials.remove(path) != null) {
      save();
    }
  }

  synchronized void complete(CachePath path, Whole whole) throws IOException {
    partials.remove(path);
    wholes.put(path, whole);
    save();
  }

  synchronized void forget(CachePath path) throws IOException {
    wholes.remove(path);
    save();
  }

  private void save() throws IOException {
    ObjectNode document = MAPPER.createObjectNode();
    ObjectNode whole = document.putObject("whole");
    wholes.forEach(
        (path, known) ->
            write(whole.putObject(path.value()), known.url(), known.version())
                .put("sha256", known.sha256())
                .put("fetched", known.fetched().toString()));
    ObjectNode partial = document.putObject("partial");
    partials.forEach(
        (path, known) -> write(partial.putObject(path.value()), known.url(), known.version()));
    replace(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
  }

  private static ObjectNode write(ObjectNode node, String url, Validators version) {
    node.put("url", url);
    putIfKnown(node, "etag", version.etag());
    putIfKnown(node, "lastModified", version.lastModified());
    return node;
  }

  private static void putIfKnown(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  /// Writes a file in one step.
  static void replace(Path file, byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, bytes);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
