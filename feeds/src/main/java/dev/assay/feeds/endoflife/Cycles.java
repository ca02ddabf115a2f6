package dev.assay.feeds.endoflife;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.SkipCounts;
import dev.assay.feeds.json.JsonValue;
import dev.assay.feeds.rows.Days;
import dev.assay.model.Ecosystem;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import dev.assay.model.ReleaseLife;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns a product's release cycles into records. The forms name the same things differently.
final class Cycles {
  private static final List<String> NAMES = List.of("releaseCycle", "cycle", "name");
  private static final List<String> ENDS = List.of("eol", "eolFrom");
  private static final List<String> EXTENDED_ENDS = List.of("eoes", "eoesFrom", "extendedSupport");

  private final String path;
  private final SkipCounts skipped;
  private final Consumer<FeedRecord> sink;

  Cycles(String path, SkipCounts skipped, Consumer<FeedRecord> sink) {
    this.path = path;
    this.skipped = skipped;
    this.sink = sink;
  }

  void read(String slug, List<JsonValue> cycles) {
    Optional<Product> product = Product.of(slug);
    if (product.isEmpty()) {
      skipped.add("a product that packages do not come from");
      return;
    }
    for (JsonValue cycle : cycles) {
      try {
        read(product.get(), cycle);
      } catch (MalformedRecordException malformed) {
        sink.accept(new RejectedRecord(EndOfLifeImporter.SOURCE, path, malformed.problem()));
      }
    }
  }

  private void read(Product product, JsonValue cycle) {
    String name = text(cycle, NAMES);
    if (name == null) {
      throw cycle.malformed("does not name its release");
    }
    Optional<Ecosystem> ecosystem = product.ecosystem(name);
    if (ecosystem.isEmpty()) {
      skipped.add("a state of a rolling release");
    } else {
      LocalDate extended = day(cycle, EXTENDED_ENDS);
      sink.accept(
          new ReleaseLife(
              EndOfLifeImporter.SOURCE,
              ecosystem.get(),
              label(product, name, cycle.optionalText("codename")),
              day(cycle, List.of("releaseDate")),
              day(cycle, ENDS),
              extended,
              extended == null ? null : product.extendedName()));
    }
  }

  private static String label(Product product, String name, @Nullable String codename) {
    String label = product.label() + " " + name;
    return codename == null ? label : label + " (" + codename.toLowerCase(Locale.ROOT) + ")";
  }

  /// A day, or null where the member is absent or says only whether it is over.
  private static @Nullable LocalDate day(JsonValue cycle, List<String> names) {
    String text = text(cycle, names);
    return text == null || text.equals("true") || text.equals("false") ? null : Days.parse(text);
  }

  private static @Nullable String text(JsonValue cycle, List<String> names) {
    for (String name : names) {
      JsonValue value = cycle.optional(name);
      if (value != null && value.node().isValueNode()) {
        return value.node().asString();
      }
    }
    return null;
  }
}
