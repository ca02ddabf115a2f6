package dev.assay.server.access;

import dev.assay.assessment.identity.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The access that each operation needs, from the table beside this class. An operation that is not
/// in the table may be called by nobody.
public final class OperationAccess {
  private static final String TABLE = "operations.txt";

  private final Map<String, Access> accesses;

  private OperationAccess(Map<String, Access> accesses) {
    this.accesses = accesses;
  }

  public static OperationAccess bundled() {
    try (InputStream table = OperationAccess.class.getResourceAsStream(TABLE)) {
      if (table == null) {
        throw new IllegalStateException("the table of operations is missing: " + TABLE);
      }
      return parse(new String(table.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static OperationAccess parse(String table) {
    Map<String, Access> accesses = new TreeMap<>();
    table
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(
            line -> {
              int space = line.indexOf(' ');
              if (accesses.put(line.substring(0, space), Access.valueOf(line.substring(space + 1)))
                  != null) {
                throw new IllegalArgumentException("twice in the table of operations: " + line);
              }
            });
    return new OperationAccess(accesses);
  }

  /// What an operation needs.
  ///
  /// @param operation with its service, as in `inspector2:ListFindings`
  public Optional<Access> of(String operation) {
    return Optional.ofNullable(accesses.get(operation));
  }

  /// The whole table.
  public Map<String, Access> all() {
    return Collections.unmodifiableMap(accesses);
  }
}
