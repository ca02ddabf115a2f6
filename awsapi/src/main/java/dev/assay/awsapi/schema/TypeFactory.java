package dev.assay.awsapi.schema;

import dev.assay.awsapi.value.EnumValue;
import dev.assay.awsapi.value.UnionValue;
import org.jspecify.annotations.Nullable;

/// Makes values of a service's generated types; implemented by generated code.
public interface TypeFactory {
  /// A structure or an error, from its members in the order of the model.
  Object structure(String shape, @Nullable Object[] members);

  /// A value of an enum.
  EnumValue enumeration(String shape, String value);

  /// A union with the member of this index set.
  UnionValue union(String shape, int index, Object value);
}
