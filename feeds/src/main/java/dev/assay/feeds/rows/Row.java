package dev.assay.feeds.rows;

import dev.assay.feeds.MalformedRecordException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Named texts that belong together: a row of CSV or a flat JSON object.
///
/// @param where its place in the document (`line 17`, `data[3]`)
/// @param defect why the row as a whole is unreadable; null where it is sound
public record Row(String where, Map<String, String> fields, @Nullable String defect) {
  public Row {
    fields = Map.copyOf(fields);
  }

  /// The text of a field.
  ///
  /// @throws MalformedRecordException where the row has no such field, or only blanks in it
  public String field(String name) {
    String text = optional(name);
    if (text == null) {
      throw new MalformedRecordException(name + " is missing");
    }
    return text;
  }

  /// The text of a field without the blanks around it; null where there is none.
  ///
  /// @throws MalformedRecordException where the row as a whole is unreadable
  public @Nullable String optional(String name) {
    if (defect != null) {
      throw new MalformedRecordException(defect);
    }
    String text = fields.get(name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  /// A number from 0 to 1.
  public double fraction(String name) {
    String text = field(name);
    try {
      double fraction = Double.parseDouble(text);
      if (fraction >= 0.0 && fraction <= 1.0) {
        return fraction;
      }
    } catch (NumberFormatException notNumber) {
      // said below
    }
    throw new MalformedRecordException(name + " is not a number from 0 to 1: \"" + text + "\"");
  }
}
