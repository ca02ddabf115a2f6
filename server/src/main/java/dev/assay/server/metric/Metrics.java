package dev.assay.server.metric;

import dev.assay.assessment.work.QueueDepth;
import dev.assay.server.http.Answer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The measurements of this process. Their labels are few and known: operations of the API, codes
/// of errors, queues; never an account or a name.
public final class Metrics {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(20),
    Duration.ofMillis(60),
    Duration.ofMillis(200),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicInteger inFlight = new AtomicInteger();
  private final MultiGauge queues =
      MultiGauge.builder("assay.work")
          .description("Pieces of work by queue and state.")
          .register(registry);

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    Gauge.builder("assay.requests.in.flight", inFlight, AtomicInteger::get)
        .description("Requests being handled.")
        .register(registry);
  }

  public void begun() {
    inFlight.incrementAndGet();
  }

  /// Counts and times a request.
  public void answered(Answer answer, Duration took) {
    inFlight.decrementAndGet();
    Timer.builder("assay.requests")
        .description("Requests by operation, status and error.")
        .tags(
            "operation",
            answer.operation(),
            "status",
            Integer.toString(answer.response().status()),
            "error",
            answer.error().orElse(""))
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(took);
  }

  /// Sets how much is in each queue.
  public void depths(List<QueueDepth> depths) {
    List<Row<?>> rows = new ArrayList<>();
    for (QueueDepth depth : depths) {
      String queue = depth.queue().value();
      rows.add(Row.of(Tags.of("queue", queue, "state", "due"), depth.due()));
      rows.add(Row.of(Tags.of("queue", queue, "state", "later"), depth.later()));
      rows.add(Row.of(Tags.of("queue", queue, "state", "leased"), depth.leased()));
      rows.add(Row.of(Tags.of("queue", queue, "state", "dead"), depth.dead()));
    }
    queues.register(rows, true);
  }

  /// In Prometheus's text format.
  public String scrape() {
    return registry.scrape();
  }
}
