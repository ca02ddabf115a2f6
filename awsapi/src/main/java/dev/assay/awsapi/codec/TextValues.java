package dev.assay.awsapi.codec;

import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.schema.TimestampFormat;
import dev.assay.awsapi.value.Blob;
import dev.assay.awsapi.value.EnumValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Values of labels, queries and headers. Text is made the JSON that a body would have in its
/// place, so that one reader checks both.
public final class TextValues {
  private final ValueReader reader;
  private final Violations violations;

  public TextValues(ValueReader reader, Violations violations) {
    this.reader = reader;
    this.violations = violations;
  }

  /// The value of a member from each of its texts; null where something is wrong.
  ///
  /// @param format how the place writes a moment whose shape does not say
  public @Nullable Object read(Shape shape, List<String> texts, TimestampFormat format, Path path) {
    if (shape instanceof Shape.Sequence sequence) {
      Shape element = sequence.element().get();
      List<Json> items = texts.stream().map(text -> json(element, text)).toList();
      return reader.read(shape, new Json.Array(items), path);
    }
    String text = texts.getFirst();
    if (shape instanceof Shape.Timestamp timestamp) {
      return timestamp(timestamp, text, format, path);
    }
    return reader.read(shape, json(shape, text), path);
  }

  private @Nullable Object timestamp(
      Shape.Timestamp shape, String text, TimestampFormat format, Path path) {
    TimestampFormat own = shape.format() == null ? format : shape.format();
    Optional<Instant> instant = Timestamps.parse(text, own);
    if (instant.isEmpty()) {
      violations.add(
          path, Violation.Kind.TYPE, "'%s' must be a timestamp as %s.".formatted(path, own));
    }
    return instant.orElse(null);
  }

  private static Json json(Shape shape, String text) {
    return switch (shape) {
      case Shape.Numeric _ -> {
        Optional<BigDecimal> number = Numbers.decimal(text);
        yield number.isPresent() ? new Json.Num(number.get()) : new Json.Text(text);
      }
      case Shape.Bool _ when text.equals("true") -> new Json.Bool(true);
      case Shape.Bool _ when text.equals("false") -> new Json.Bool(false);
      default -> new Json.Text(text);
    };
  }

  /// The texts of a value: one, or one for each element of a list.
  public static List<String> write(Shape shape, Object value, TimestampFormat format) {
    return switch (shape) {
      case Shape.Sequence sequence ->
          ((List<?>) value)
              .stream()
                  .flatMap(item -> write(sequence.element().get(), item, format).stream())
                  .toList();
      case Shape.Enumeration _ -> List.of(((EnumValue) value).value());
      case Shape.Timestamp timestamp ->
          List.of(
              Timestamps.format(
                  (Instant) value, timestamp.format() == null ? format : timestamp.format()));
      case Shape.Bytes _ -> List.of(Base64.getEncoder().encodeToString(((Blob) value).bytes()));
      case Shape.Document _ ->
          List.of(
              Base64.getEncoder()
                  .encodeToString(
                      new String(((Json) value).utf8(), StandardCharsets.UTF_8)
                          .getBytes(StandardCharsets.UTF_8)));
      default -> List.of(value.toString());
    };
  }
}
