package dev.assay.scap.yaml;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// What a path selects of a document, as the records that OVAL compares: a mapping of scalars is
/// one, a sequence of mappings as many, scalars without a key have the key `#`.
public final class YamlRecords {
  /// The key of what has none.
  public static final String NO_KEY = "#";

  /// One record.
  public record YamlRecord(List<YamlField> fields) {
    public YamlRecord {
      fields = List.copyOf(fields);
    }
  }

  /// One scalar.
  ///
  /// @param key as OVAL writes it: without capitals
  /// @param datatype OVAL's, of the scalar
  public record YamlField(String key, String datatype, String value) {}

  private YamlRecords() {}

  /// Reads a document and selects.
  ///
  /// @throws YamlPathException if the path is none, the document is no YAML, or what is selected
  ///     is nested deeper than records are
  public static List<YamlRecord> read(String document, String path) {
    YamlPath parsed = YamlPath.of(path);
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    List<YamlRecord> records = new ArrayList<>();
    try {
      for (Node root : new Compose(settings).composeAllFromString(document)) {
        Selection.of(root, parsed).ifPresent(selected -> RecordsOf.selection(selected, records));
      }
    } catch (YamlEngineException | StackOverflowError e) {
      throw new YamlPathException(
          "Not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    return records;
  }
}
