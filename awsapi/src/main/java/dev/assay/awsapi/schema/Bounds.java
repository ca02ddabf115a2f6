package dev.assay.awsapi.schema;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The least and the greatest that a model allows: of a number its value, of anything else its
/// length. Null is no bound.
public record Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max) {
  /// Whether the value is less than the least.
  public boolean isBelow(BigDecimal value) {
    return min != null && value.compareTo(min) < 0;
  }

  /// Whether the value is more than the greatest.
  public boolean isAbove(BigDecimal value) {
    return max != null && value.compareTo(max) > 0;
  }
}
