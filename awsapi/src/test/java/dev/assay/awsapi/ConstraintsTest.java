package dev.assay.awsapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.awsapi.codec.Violation;
import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.protocol.Call;
import dev.assay.awsapi.protocol.InvalidInputException;
import dev.assay.awsapi.protocol.Protocol;
import dev.assay.awsapi.schema.Member;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.schema.Shape;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every operation is found by its request, and every constraint on a member of an input is
/// enforced, under the name of the member.
class ConstraintsTest {
  @TestFactory
  Stream<DynamicTest> every_operation_is_routed_to() {
    return RoundTripTest.operations(
        (service, operation) -> {
          Protocol protocol = Protocol.of(service);
          Request request = request(protocol, service, operation);
          assertThat(protocol.route(request)).contains(operation);
          for (ServiceSchema other : Services.ALL) {
            if (!other.equals(service)) {
              assertThat(Protocol.of(other).route(request)).isEmpty();
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> every_required_member_is_missed_by_name() {
    return RoundTripTest.operations(
        (service, operation) -> {
          if (operation.input() == null) {
            return;
          }
          List<String> required =
              operation.input().members().stream()
                  .filter(m -> m.required() && m.location() != Member.Location.URI)
                  .map(Member::name)
                  .toList();
          List<Violation> found = violations(service, operation, new Json.Obj(Map.of()));
          assertThat(found)
              .filteredOn(v -> v.kind() == Violation.Kind.REQUIRED)
              .extracting(Violation::path)
              .containsAll(required);
        });
  }

  @TestFactory
  Stream<DynamicTest> every_constraint_of_a_member_is_enforced_by_name() {
    return RoundTripTest.operations(
        (service, operation) -> {
          if (operation.input() == null) {
            return;
          }
          for (Member member : operation.input().members()) {
            if (member.location() == Member.Location.BODY) {
              breaks(member.target().get())
                  .forEach(
                      (json, kind) -> {
                        Json body = new Json.Obj(Map.of(member.wireName(), json));
                        assertThat(violations(service, operation, body))
                            .as("%s = %s", member.name(), json.kind())
                            .anyMatch(v -> v.kind() == kind && v.path().equals(member.name()));
                      });
            }
          }
        });
  }

  /// Values that break each constraint of a shape, and which one they break.
  private static Map<Json, Violation.Kind> breaks(Shape shape) {
    Map<Json, Violation.Kind> breaks = new LinkedHashMap<>();
    if (!(shape instanceof Shape.Document)) {
      breaks.put(
          shape instanceof Shape.Bool ? new Json.Text("true") : new Json.Bool(true),
          Violation.Kind.TYPE);
    }
    switch (shape) {
      case Shape.Text text -> {
        if (text.length().max() != null) {
          breaks.put(
              new Json.Text("a".repeat(text.length().max().intValue() + 1)), Violation.Kind.LENGTH);
        }
        if (text.length().min() != null && text.length().min().intValue() > 0) {
          breaks.put(new Json.Text(""), Violation.Kind.LENGTH);
        }
        if (text.pattern() != null) {
          int min = text.length().min() == null ? 1 : Math.max(1, text.length().min().intValue());
          // Some patterns allow any text there is.
          Stream.of("\n", "-", "é")
              .map(letter -> letter.repeat(min))
              .filter(value -> !text.pattern().matcher(value).find())
              .findFirst()
              .ifPresent(value -> breaks.put(new Json.Text(value), Violation.Kind.PATTERN));
        }
      }
      case Shape.Enumeration _ -> breaks.put(new Json.Text("NO SUCH VALUE"), Violation.Kind.ENUM);
      case Shape.Numeric numeric -> {
        if (numeric.range().max() != null) {
          breaks.put(new Json.Num(numeric.range().max().add(BigDecimal.ONE)), Violation.Kind.RANGE);
        }
        if (numeric.range().min() != null) {
          breaks.put(
              new Json.Num(numeric.range().min().subtract(BigDecimal.ONE)), Violation.Kind.RANGE);
        }
      }
      case Shape.Sequence sequence -> {
        if (sequence.length().max() != null) {
          Json item = new Json.Null();
          int size = sequence.length().max().intValue() + 1;
          breaks.put(new Json.Array(Collections.nCopies(size, item)), Violation.Kind.LENGTH);
        }
        if (sequence.length().min() != null && sequence.length().min().intValue() > 0) {
          breaks.put(new Json.Array(List.of()), Violation.Kind.LENGTH);
        }
      }
      case Shape.Union _ -> breaks.put(new Json.Obj(Map.of()), Violation.Kind.UNION);
      case Shape.Struct _,
          Shape.Dictionary _,
          Shape.Bool _,
          Shape.Timestamp _,
          Shape.Bytes _,
          Shape.Document _ -> {}
    }
    return breaks;
  }

  private static List<Violation> violations(
      ServiceSchema service, OperationSchema operation, Json body) {
    Protocol protocol = Protocol.of(service);
    try {
      protocol.input(operation, request(protocol, service, operation), body.utf8());
      return List.of();
    } catch (InvalidInputException invalid) {
      return invalid.violations();
    }
  }

  /// A request for the operation with a sound path, and without its query.
  private static Request request(
      Protocol protocol, ServiceSchema service, OperationSchema operation) {
    Call call =
        protocol.call(
            operation,
            operation.input() == null
                ? null
                : new RandomValues(service, 3).structure(operation.input()));
    return new Request(
        call.method(),
        call.rawPath(),
        "",
        call.headers().with("content-type", contentType(service)),
        new ByteArrayInputStream(call.body()));
  }

  private static String contentType(ServiceSchema service) {
    return switch (service.protocol()) {
      case AWS_JSON_1_1 -> "application/x-amz-json-1.1";
      case REST_JSON_1 -> "application/json; charset=utf-8";
    };
  }

  static Json json(String text) {
    return JsonReader.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
