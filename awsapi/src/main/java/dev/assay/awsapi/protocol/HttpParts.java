package dev.assay.awsapi.protocol;

import dev.assay.awsapi.codec.TextValues;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.UriText;
import dev.assay.awsapi.schema.Member;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.schema.TimestampFormat;
import dev.assay.awsapi.schema.UriTemplate.Segment;
import dev.assay.awsapi.value.Structure;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// Writes the members of a structure that restJson1 puts elsewhere than into the body.
final class HttpParts {
  private HttpParts() {}

  static String path(OperationSchema operation, Shape.Struct shape, Structure input) {
    StringJoiner path = new StringJoiner("/", "/", "");
    for (Segment segment : operation.uri().segments()) {
      path.add(
          switch (segment) {
            case Segment.Literal(String text) -> text;
            case Segment.Label(String name, boolean greedy) -> label(shape, input, name, greedy);
          });
    }
    return path.toString();
  }

  private static String label(Shape.Struct shape, Structure input, String name, boolean greedy) {
    Member member =
        shape.members().stream()
            .filter(m -> m.location() == Member.Location.URI && m.wireName().equals(name))
            .findFirst()
            .orElseThrow();
    Object value = input.member(member.index());
    if (value == null) {
      throw new IllegalArgumentException("the label " + name + " has no value");
    }
    String text =
        TextValues.write(member.target().get(), value, TimestampFormat.DATE_TIME).getFirst();
    return greedy
        ? Arrays.stream(text.split("/", -1)).map(UriText::encode).collect(Collectors.joining("/"))
        : UriText.encode(text);
  }

  static String query(Shape.Struct shape, Structure input) {
    StringJoiner query = new StringJoiner("&");
    for (Member member : shape.members()) {
      Object value = input.member(member.index());
      if (member.location() == Member.Location.QUERY && value != null) {
        String name = UriText.encode(member.wireName());
        TextValues.write(member.target().get(), value, TimestampFormat.DATE_TIME)
            .forEach(text -> query.add(name + "=" + UriText.encode(text)));
      }
    }
    return query.toString();
  }

  static Headers headers(Shape.Struct shape, Structure value, Headers base) {
    Headers headers = base;
    for (Member member : shape.members()) {
      Object present = value.member(member.index());
      if (present == null) {
        continue;
      }
      if (member.location() == Member.Location.HEADER) {
        String text =
            String.join(
                ",", TextValues.write(member.target().get(), present, TimestampFormat.HTTP_DATE));
        headers = headers.with(member.wireName(), text);
      } else if (member.location() == Member.Location.HEADERS) {
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) present).entrySet()) {
          headers =
              headers.with(member.wireName() + entry.getKey(), String.valueOf(entry.getValue()));
        }
      }
    }
    return headers;
  }

  static Optional<Integer> status(Shape.Struct shape, Structure value) {
    return shape.members().stream()
        .filter(member -> member.location() == Member.Location.STATUS)
        .flatMap(member -> Optional.ofNullable((Integer) value.member(member.index())).stream())
        .findFirst();
  }
}
