package dev.assay.scap.oval;

import dev.assay.scap.xml.Element;
import java.util.List;

/// A named list of values.
public sealed interface Variable {
  /// Its id.
  String id();

  /// The datatype of its values.
  String datatype();

  /// Values written down in the content.
  record Constant(String id, String datatype, List<String> values) implements Variable {}

  /// Values that come from outside, which is the benchmark.
  record External(String id, String datatype) implements Variable {}

  /// Values computed by a tree of functions over literals, objects and variables.
  record Local(String id, String datatype, Element component) implements Variable {}
}
