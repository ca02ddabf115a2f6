package dev.assay.scap.xccdf;

import java.util.List;
import java.util.Map;

/// How a rule is checked.
public sealed interface CheckReference {
  /// One check of one checking system.
  ///
  /// @param contents where its content is; the first that can be had is used
  /// @param exports the external variable of each value, by the variable's id
  /// @param multiple whether each definition of the content is a result of its own
  record Simple(
      String system,
      String selector,
      boolean negate,
      boolean multiple,
      List<Content> contents,
      Map<String, String> exports)
      implements CheckReference {}

  /// Several checks, combined.
  record Complex(boolean and, boolean negate, List<CheckReference> parts)
      implements CheckReference {}

  /// Where content is.
  ///
  /// @param name a definition, or empty for the whole document
  record Content(String href, String name) {}
}
