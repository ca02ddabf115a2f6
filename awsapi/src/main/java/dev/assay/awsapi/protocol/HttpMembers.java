package dev.assay.awsapi.protocol;

import dev.assay.awsapi.codec.Path;
import dev.assay.awsapi.codec.TextValues;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Query;
import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.http.UriText;
import dev.assay.awsapi.schema.Member;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.schema.TimestampFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the members of a structure that restJson1 puts elsewhere than into the body.
final class HttpMembers {
  private final TextValues texts;

  HttpMembers(TextValues texts) {
    this.texts = texts;
  }

  /// Those of a request: labels, query, headers.
  void read(
      OperationSchema operation, Shape.Struct shape, Request request, @Nullable Object[] into) {
    Map<String, String> labels = operation.uri().match(request.rawPath()).orElse(Map.of());
    Query query = Query.parse(request.rawQuery());
    for (Member member : shape.members()) {
      switch (member.location()) {
        case URI -> {
          String label = labels.get(member.wireName());
          if (label != null) {
            put(member, List.of(UriText.decode(label)), TimestampFormat.DATE_TIME, into);
          }
        }
        case QUERY -> {
          if (member.target().get() instanceof Shape.Dictionary) {
            throw new IllegalStateException("a map in the query: no model of ours has one");
          }
          put(member, query.all(member.wireName()), TimestampFormat.DATE_TIME, into);
        }
        case HEADER, HEADERS, STATUS, BODY -> {}
      }
    }
    headers(shape, request.headers(), into);
  }

  /// Those in headers, of a request or of a response.
  void headers(Shape.Struct shape, Headers headers, @Nullable Object[] into) {
    for (Member member : shape.members()) {
      if (member.location() == Member.Location.HEADER) {
        List<String> values = headers.all(member.wireName());
        boolean list = member.target().get() instanceof Shape.Sequence;
        put(member, list ? split(values) : values, TimestampFormat.HTTP_DATE, into);
      } else if (member.location() == Member.Location.HEADERS) {
        Map<String, String> found = prefixed(headers, member.wireName());
        into[member.index()] = found.isEmpty() ? null : found;
      }
    }
  }

  private static Map<String, String> prefixed(Headers headers, String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    headers
        .values()
        .forEach(
            (name, values) -> {
              if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                found.put(name.substring(prefix.length()), values.getFirst());
              }
            });
    return found;
  }

  private static List<String> split(List<String> values) {
    return values.stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(String::strip)
        .toList();
  }

  private void put(
      Member member, List<String> values, TimestampFormat format, @Nullable Object[] into) {
    if (!values.isEmpty()) {
      into[member.index()] =
          texts.read(member.target().get(), values, format, Path.ROOT.then(member.name()));
    }
  }
}
