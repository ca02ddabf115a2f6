package dev.assay.awsapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.protocol.Call;
import dev.assay.awsapi.protocol.Protocol;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.sigv4.SignatureVerifier;
import dev.assay.awsapi.sigv4.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Requests that no client makes.
class HostileRequestsTest {
  private static final int MUTATIONS = 60;
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "-1",
    "1e999",
    "1e-9",
    "0.5",
    "[[[[",
    "\\u0000",
    "\\ud800",
    "99999999999999999999",
    "\"\":",
    "{\"a\":",
    "\u0000",
    "\u00ff"
  };

  /// An operation with requests to begin from.
  private record Place(ServiceSchema service, OperationSchema operation) {
    Call call(long seed) {
      Protocol protocol = Protocol.of(service);
      return operation.input() == null
          ? protocol.call(operation, null)
          : protocol.call(operation, new RandomValues(service, seed).structure(operation.input()));
    }
  }

  private static final List<Place> PLACES =
      Services.ALL.stream()
          .flatMap(
              service ->
                  service.operations().values().stream()
                      .map(operation -> new Place(service, operation)))
          .toList();

  @TestFactory
  Stream<DynamicTest> a_spoilt_body_is_refused_with_a_reason_or_means_what_it_says() {
    return PLACES.stream()
        .map(
            place ->
                DynamicTest.dynamicTest(
                    place.service().name() + " " + place.operation().name(), () -> spoil(place)));
  }

  private static void spoil(Place place) {
    HostileDoor door = new HostileDoor(HostileDoor.ANYBODY);
    Random random = new Random(place.operation().name().hashCode());
    for (int seed = 0; seed < MUTATIONS; seed++) {
      Call call = place.call(seed % 6);
      byte[] body = call.body();
      for (int change = random.nextInt(4); change >= 0; change--) {
        body = spoilt(body, random);
      }
      boolean unused = door.send(place.service(), place.operation(), call, body);
    }
  }

  @Test
  void what_nobody_spoilt_reaches_most_operations() {
    HostileDoor door = new HostileDoor(HostileDoor.ANYBODY);
    long reached =
        PLACES.stream()
            .filter(
                place ->
                    Stream.of(1L, 2L, 3L, 4L, 5L, 6L)
                        .map(place::call)
                        .anyMatch(
                            call ->
                                door.send(place.service(), place.operation(), call, call.body())))
            .count();
    // Random texts rarely are what a pattern asks for.
    assertThat(reached).isGreaterThan(PLACES.size() / 4);
  }

  private static byte[] spoilt(byte[] body, Random random) {
    List<Byte> bytes = new ArrayList<>();
    for (byte one : body) {
      bytes.add(one);
    }
    int at = bytes.isEmpty() ? 0 : random.nextInt(bytes.size());
    switch (random.nextInt(5)) {
      case 0 -> bytes.subList(at, bytes.size()).clear();
      case 1 -> bytes.subList(at, Math.min(bytes.size(), at + 1 + random.nextInt(8))).clear();
      case 2 ->
          bytes.addAll(at, bytes.subList(at, Math.min(bytes.size(), at + 20)).stream().toList());
      case 3 -> {
        if (!bytes.isEmpty()) {
          bytes.set(at, (byte) random.nextInt(256));
        }
      }
      default -> {
        String piece = PIECES[random.nextInt(PIECES.length)];
        for (byte one : piece.getBytes(StandardCharsets.ISO_8859_1)) {
          bytes.add(at, one);
        }
      }
    }
    byte[] result = new byte[bytes.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = bytes.get(i);
    }
    return result;
  }

  @FuzzTest
  void any_body_to_any_operation(FuzzedDataProvider data) {
    Place place = data.pickValue(PLACES.toArray(Place[]::new));
    boolean unused =
        new HostileDoor(HostileDoor.ANYBODY)
            .send(
                place.service(),
                place.operation(),
                place.call(data.consumeByte()),
                data.consumeRemainingAsBytes());
  }

  @FuzzTest
  void any_request_that_claims_to_be_signed(FuzzedDataProvider data) {
    Headers headers =
        Headers.NONE
            .with("host", data.consumeString(40))
            .with(
                "content-type",
                data.pickValue(List.of("application/json", "application/x-amz-json-1.1")))
            .with("x-amz-target", data.consumeString(60))
            .with("x-amz-date", data.consumeString(20))
            .with("authorization", "AWS4-HMAC-SHA256 " + data.consumeString(200));
    String path = data.pickValue(List.of("/", "/findings/list", "/" + data.consumeString(40)));
    boolean unused =
        new HostileDoor(
                new SignatureVerifier(
                    id ->
                        Optional.of(
                            new SigningKey(id, "secret", Optional.empty(), "111122223333", "ann")),
                    () -> NOW))
            .send(
                data.pickValue(List.of("POST", "GET", "DELETE", "PUT", "X")),
                path,
                data.consumeString(200),
                headers,
                data.consumeRemainingAsBytes());
  }
}
