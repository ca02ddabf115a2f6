package dev.assay.feeds.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Splits RFC 4180 text into records of fields. A field in quotes may hold commas, line ends and,
/// doubled, quotes. Bounded: a record that is too long or has too many fields is defective, and
/// reading goes on at the next line.
final class CsvLexer {
  private static final int LONGEST_RECORD = 1 << 20;
  private static final int MOST_FIELDS = 1000;
  private static final int END = -1;

  private final Reader reader;
  private final List<String> fields = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private @Nullable String defect;
  private int line;
  private int linesRead = 1;
  private int length;
  private int lookahead;

  CsvLexer(InputStream input) throws IOException {
    reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    lookahead = reader.read();
    if (lookahead == '\uFEFF') {
      lookahead = reader.read();
    }
  }

  /// Goes to the next record; false at the end.
  boolean next() throws IOException {
    if (lookahead == END) {
      return false;
    }
    fields.clear();
    field.setLength(0);
    defect = null;
    length = 0;
    line = linesRead;
    boolean more = true;
    while (more) {
      more = readField() && withinBounds();
    }
    if (defect != null) {
      skipLine();
    }
    return true;
  }

  /// Where the record begins, from 1.
  int line() {
    return line;
  }

  /// The record's fields, at least one; to be read before the next.
  List<String> fields() {
    return Collections.unmodifiableList(fields);
  }

  @Nullable String defect() {
    return defect;
  }

  /// Whether it is an empty line.
  boolean isBlank() {
    return defect == null && fields.size() == 1 && fields.getFirst().isBlank();
  }

  /// Whether another field follows in the same record.
  private boolean readField() throws IOException {
    if (lookahead == '"') {
      advance();
      if (!readQuoted()) {
        return false;
      }
    }
    int quoted = field.length();
    while (lookahead != ',' && lookahead != '\n' && lookahead != END) {
      if (!keep()) {
        return false;
      }
    }
    int last = field.length() - 1;
    if (lookahead != ',' && last >= quoted && field.charAt(last) == '\r') {
      field.setLength(last);
    }
    fields.add(field.toString());
    field.setLength(0);
    boolean another = lookahead == ',';
    if (lookahead != END) {
      advance();
    }
    return another;
  }

  private boolean readQuoted() throws IOException {
    while (lookahead != END) {
      if (lookahead == '"') {
        advance();
        if (lookahead != '"') {
          return true;
        }
      }
      if (!keep()) {
        return false;
      }
    }
    defect = "a quoted field without its closing quote";
    return false;
  }

  private boolean keep() throws IOException {
    if (++length > LONGEST_RECORD) {
      defect = "a record of more than " + LONGEST_RECORD + " characters";
      return false;
    }
    field.append((char) lookahead);
    advance();
    return true;
  }

  private boolean withinBounds() {
    if (fields.size() < MOST_FIELDS) {
      return true;
    }
    defect = "more than " + MOST_FIELDS + " fields";
    return false;
  }

  private void skipLine() throws IOException {
    while (lookahead != '\n' && lookahead != END) {
      advance();
    }
    if (lookahead == '\n') {
      advance();
    }
  }

  private void advance() throws IOException {
    if (lookahead == '\n') {
      linesRead++;
    }
    lookahead = reader.read();
  }
}
