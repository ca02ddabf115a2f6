package dev.assay.awsapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.awsapi.endpoint.Authenticator;
import dev.assay.awsapi.endpoint.BodyLimit;
import dev.assay.awsapi.endpoint.Endpoint;
import dev.assay.awsapi.endpoint.Observer;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.protocol.Call;
import dev.assay.awsapi.protocol.Protocol;
import dev.assay.awsapi.protocol.RefusedException;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.value.Caller;
import dev.assay.awsapi.value.Structure;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All services behind a door that takes any bytes. Whatever is sent is answered with JSON and a
/// reason, never with "internal error"; what gets through to an operation means the same when it is
/// sent again by a client.
final class HostileDoor {
  static final Authenticator ANYBODY =
      (_, _, _, id) -> new Caller("111122223333", "ann", "AKID", "us-east-1", id);
  private static final int REACHED = 418;

  private final List<Observer.Exchange> seen = new ArrayList<>();
  private final Endpoint endpoint;
  private @Nullable Object input;

  HostileDoor(Authenticator authenticator) {
    this.endpoint =
        new Endpoint(
            Services.ALL.stream().map(schema -> Services.with(schema, this::reach)).toList(),
            authenticator,
            (_, _, _) -> true,
            new BodyLimit(1 << 20),
            () -> "r-1",
            seen::add);
  }

  private @Nullable Object reach(Caller caller, @Nullable Object taken) {
    input = taken;
    throw new RefusedException(REACHED, "Reached", "The operation was reached.");
  }

  /// Sends a request.
  ///
  /// @return whether an operation was reached
  boolean send(String method, String path, String query, Headers headers, byte[] body) {
    seen.clear();
    Response response =
        endpoint.handle(new Request(method, path, query, headers, new ByteArrayInputStream(body)));
    assertThat(response.status()).isBetween(400, 499);
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().failure()).isNull();
    assertThat(JsonReader.read(response.body())).isNotNull();
    return response.status() == REACHED;
  }

  boolean send(Call call) {
    return send(call.method(), call.rawPath(), call.rawQuery(), call.headers(), call.body());
  }

  /// Sends a body to an operation and, where it is reached, what it was given once more.
  boolean send(ServiceSchema service, OperationSchema operation, Call pattern, byte[] body) {
    boolean reached =
        send(pattern.method(), pattern.rawPath(), pattern.rawQuery(), pattern.headers(), body);
    if (reached && operation.input() != null) {
      Structure first = (Structure) Objects.requireNonNull(input);
      assertThat(send(Protocol.of(service).call(operation, first))).isTrue();
      assertThat(input).isEqualTo(first);
    }
    return reached;
  }
}
