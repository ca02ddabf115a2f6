package dev.assay.scap.oval;

import java.util.Map;
import java.util.Set;

/// One component of OVAL definitions, each part by its id.
///
/// @param judged the names of all fields that states name
public record OvalDocument(
    Map<String, Definition> definitions,
    Map<String, OvalTest> tests,
    Map<String, OvalObject> objects,
    Map<String, OvalState> states,
    Map<String, Variable> variables,
    Set<String> judged) {
  /// Whether a state says something of a field of this name.
  boolean judges(String field) {
    return judged.contains(field);
  }
}
