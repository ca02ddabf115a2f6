package dev.assay.feeds.rows;

import dev.assay.feeds.MalformedRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reads CSV whose first line names the columns. Comment lines (`#…`) before it are skipped. A row
/// with more or fewer fields than columns is delivered with its defect, so that it is rejected by
/// whoever wants one of its fields.
public final class CsvRows {
  /// What to make of a row with fewer fields than columns.
  public enum ShortRows {
    /// It is cut off: a defect.
    DEFECTIVE,
    /// The feed leaves out empty fields at the end.
    PADDED
  }

  private CsvRows() {}

  /// Delivers every row.
  ///
  /// @throws MalformedRecordException where there is no line that names columns
  public static void read(InputStream input, ShortRows shortRows, Consumer<Row> sink)
      throws IOException {
    CsvLexer lexer = new CsvLexer(input);
    List<String> header = header(lexer);
    while (lexer.next()) {
      if (!lexer.isBlank()) {
        sink.accept(row(lexer, header, shortRows));
      }
    }
  }

  private static List<String> header(CsvLexer lexer) throws IOException {
    while (lexer.next()) {
      if (lexer.defect() != null) {
        throw new MalformedRecordException("No line that names columns: " + lexer.defect());
      }
      if (!lexer.isBlank() && !lexer.fields().getFirst().startsWith("#")) {
        List<String> names = new ArrayList<>();
        for (String name : lexer.fields()) {
          names.add(name.strip());
        }
        return List.copyOf(names);
      }
    }
    throw new MalformedRecordException("No line that names columns");
  }

  private static Row row(CsvLexer lexer, List<String> header, ShortRows shortRows) {
    String where = "line " + lexer.line();
    if (lexer.defect() != null) {
      return new Row(where, Map.of(), lexer.defect());
    }
    int count = lexer.fields().size();
    if (count > header.size() || (count < header.size() && shortRows == ShortRows.DEFECTIVE)) {
      return new Row(where, Map.of(), count + " fields for " + header.size() + " columns");
    }
    Map<String, String> fields = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) {
      fields.put(header.get(i), lexer.fields().get(i));
    }
    return new Row(where, fields, null);
  }
}
