package dev.assay.inventory.dpkg;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One record of a control file (deb822(5)), reduced to the fields that were asked for.
///
/// @param line of the file on which it begins, from 1
/// @param fields by name in lower case; of a field that occurs twice the first value
/// @param repeated names of the fields that occur twice with different values
record Stanza(int line, Map<String, String> fields, Set<String> repeated) {

  /// The value without surrounding blanks; null where the field is absent or empty.
  @Nullable String field(String name) {
    String value = fields.get(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
