package dev.assay.awsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.assay.awsapi.codec.Path;
import dev.assay.awsapi.codec.ValueReader;
import dev.assay.awsapi.codec.ValueWriter;
import dev.assay.awsapi.codec.Violations;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.json.JsonWriter;
import dev.assay.awsapi.protocol.Protocol;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.value.ServiceException;
import dev.assay.awsapi.value.Structure;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What one side writes, the other reads.
class RoundTripTest {
  private static final int SEEDS = 5;

  @TestFactory
  Stream<DynamicTest> every_structure_survives_its_body() {
    return Services.ALL.stream()
        .flatMap(
            service ->
                service.shapes().values().stream()
                    .filter(shape -> shape instanceof Shape.Struct s && s.error() == null)
                    .map(
                        shape ->
                            dynamicTest(
                                service.name() + " " + shape.name(),
                                () -> survives(service, (Shape.Struct) shape))));
  }

  private static void survives(ServiceSchema service, Shape.Struct shape) {
    if (shape.members().stream()
        .anyMatch(m -> m.location() != dev.assay.awsapi.schema.Member.Location.BODY)) {
      return;
    }
    for (int seed = 0; seed < SEEDS; seed++) {
      Structure value = new RandomValues(service, seed).structure(shape);
      byte[] json = JsonWriter.utf8(to -> new ValueWriter(to).write(shape, value));
      Violations violations = new Violations();
      Object back =
          new ValueReader(service.types(), ValueReader.Strictness.TYPES_ONLY, violations)
              .read(shape, JsonReader.read(json), Path.ROOT);
      assertThat(violations.list()).isEmpty();
      assertThat(back).isEqualTo(value);
    }
  }

  @TestFactory
  Stream<DynamicTest> every_output_is_read_by_a_client_as_it_was_written() {
    return operations(
        (service, operation) -> {
          if (operation.output() == null) {
            return;
          }
          Protocol protocol = Protocol.of(service);
          for (int seed = 0; seed < SEEDS; seed++) {
            Structure value = new RandomValues(service, seed).structure(operation.output());
            Response response = protocol.output(operation, value);
            assertThat(protocol.answer(operation, response)).isEqualTo(value);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> every_error_is_read_by_a_client_as_it_was_thrown() {
    return operations(
        (service, operation) -> {
          Protocol protocol = Protocol.of(service);
          for (Shape.Struct error : operation.errors()) {
            ServiceException thrown =
                (ServiceException) new RandomValues(service, 1).structure(error);
            Response response = protocol.error(thrown);
            Throwable caught = catchThrowable(() -> protocol.answer(operation, response));
            assertThat(caught).isInstanceOf(thrown.getClass()).hasMessage(thrown.getMessage());
            error
                .members()
                .forEach(
                    member ->
                        assertThat(((Structure) caught).member(member.index()))
                            .isEqualTo(thrown.member(member.index())));
          }
        });
  }

  interface Check {
    void run(ServiceSchema service, OperationSchema operation);
  }

  static Stream<DynamicTest> operations(Check check) {
    return Services.ALL.stream()
        .flatMap(
            service ->
                service.operations().values().stream()
                    .map(
                        operation ->
                            dynamicTest(
                                service.name() + " " + operation.name(),
                                () -> check.run(service, operation))));
  }
}
