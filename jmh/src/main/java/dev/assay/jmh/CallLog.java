package dev.assay.jmh;

import dev.assay.agent.service.ServiceAddress;
import dev.assay.agent.service.Transport;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.protocol.Call;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/// How long each call of many agents took, and what became of it.
final class CallLog {
  private final Map<String, ConcurrentLinkedQueue<Double>> milliseconds =
      new ConcurrentSkipListMap<>();

  /// A way to the service that is noted here.
  Transport noting(Transport transport) {
    return (service, call, headers) -> note(transport, service, call, headers);
  }

  private Response note(Transport transport, ServiceAddress service, Call call, Headers headers)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    String outcome = "not answered";
    try {
      Response response = transport.send(service, call, headers);
      outcome = response.status() == 200 ? "" : "answered " + response.status();
      return response;
    } finally {
      milliseconds
          .computeIfAbsent((kind(call) + " " + outcome).strip(), _ -> new ConcurrentLinkedQueue<>())
          .add((System.nanoTime() - start) / 1e6);
    }
  }

  private static String kind(Call call) {
    boolean content = call.headers().first("content-encoding").isPresent();
    return switch (call.rawPath()) {
      case "/assay/evidence" -> content ? "evidence with content" : "evidence by its hash";
      case "/assay/heartbeats" -> "heartbeat";
      default -> call.rawPath();
    };
  }

  void forget() {
    milliseconds.clear();
  }

  /// A line for each kind of call.
  String report() {
    StringBuilder lines = new StringBuilder();
    milliseconds.forEach(
        (kind, taken) -> {
          double[] sorted = taken.stream().mapToDouble(Double::doubleValue).sorted().toArray();
          lines.append(
              String.format(
                  Locale.ROOT,
                  "%-40s %6d: median %7.1f ms, p99 %7.1f ms, longest %7.1f ms%n",
                  kind,
                  sorted.length,
                  sorted[sorted.length / 2],
                  sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)],
                  sorted[sorted.length - 1]));
        });
    return lines.toString();
  }
}
