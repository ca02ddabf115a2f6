package dev.assay.feeds.endoflife;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.SkipCounts;
import dev.assay.feeds.json.JsonReader;
import dev.assay.feeds.json.JsonValue;
import dev.assay.feeds.rows.Heads;
import dev.assay.feeds.rows.RowReader;
import dev.assay.feeds.rows.YamlReader;
import dev.assay.model.FeedRecord;
import dev.assay.model.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/// Reads products in the forms that {@link Form} tells apart. A product that is no ecosystem of
/// ours yields nothing.
public final class EndOfLifeImporter implements FeedImporter {
  static final SourceId SOURCE = new SourceId("endoflife-date");

  private final SkipCounts skipped = new SkipCounts();

  @Override
  public SourceId source() {
    return SOURCE;
  }

  @Override
  public String title() {
    return "endoflife.date";
  }

  @Override
  public boolean recognises(FeedEntry entry) {
    return Form.of(Heads.text(entry)) != Form.OTHER;
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    Cycles cycles = new Cycles(entry.path(), skipped, sink);
    Form form = Form.of(Heads.text(entry));
    try (InputStream input = entry.open()) {
      new RowReader(SOURCE, entry, sink)
          .document(
              () -> {
                switch (form) {
                  case MARKDOWN -> markdown(input, cycles);
                  case CYCLE_ARRAY ->
                      cycles.read(slug(entry.path()), JsonReader.read(input).elements());
                  case API -> api(JsonReader.read(input).member("result"), cycles);
                  case OTHER -> {}
                }
              });
    }
  }

  @Override
  public Map<String, Long> skipped() {
    return skipped.asMap();
  }

  private static void markdown(InputStream input, Cycles cycles) throws IOException {
    String text = new String(YamlReader.bytes(input), StandardCharsets.UTF_8);
    JsonValue product = YamlReader.read(Form.frontMatter(text));
    cycles.read(product.text("permalink").substring(1), product.elements("releases"));
  }

  private static void api(JsonValue result, Cycles cycles) {
    if (result.isArray()) {
      for (JsonValue product : result.elements()) {
        cycles.read(product.text("name"), product.elements("releases"));
      }
    } else {
      cycles.read(result.text("name"), result.elements("releases"));
    }
  }

  /// The product that the first API's documents name only by their own names: `debian.json`.
  private static String slug(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
