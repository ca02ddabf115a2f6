package dev.assay.scap.oval;

import java.util.List;

/// Something found of which fields are known, or are read when a state asks for them.
public interface Described {
  /// The fields of one name.
  List<Item.Field> named(String name);
}
