package dev.assay.awsapi.codec;

import dev.assay.awsapi.schema.Shape;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers from JSON and from text.
final class Numbers {
  private static final Pattern DECIMAL =
      Pattern.compile("-?[0-9]{1,40}(?:\\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,3})?");

  private Numbers() {}

  static Optional<BigDecimal> decimal(String text) {
    return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /// The Java value of the kind; empty where the number is none of that kind.
  static Optional<Object> of(Shape.Numeric.Kind kind, BigDecimal value) {
    if (kind == Shape.Numeric.Kind.DOUBLE) {
      double number = value.doubleValue();
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }
    if (value.precision() - value.scale() > 19 || value.scale() > 40) {
      return Optional.empty();
    }
    try {
      return kind == Shape.Numeric.Kind.INTEGER
          ? Optional.of(value.intValueExact())
          : Optional.of(value.longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
