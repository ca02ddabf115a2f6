package dev.assay.server;

import dev.assay.assessment.transaction.TransactionException;
import dev.assay.server.http.Answer;
import dev.assay.server.http.Refusal;
import dev.assay.server.http.Request;
import dev.assay.server.http.RequestHandler;
import dev.assay.server.http.Response;
import dev.assay.server.log.AccessLog;
import dev.assay.server.metric.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// Where every request comes in: it tells the paths of the house from those of the service, and
/// logs, counts and times what was answered.
final class FrontDoor implements RequestHandler {
  private static final System.Logger LOGGER = System.getLogger(FrontDoor.class.getName());
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Function<Request, Answer> service;
  private final BooleanSupplier ready;
  private final Metrics metrics;
  private final boolean showsMetrics;
  private final Optional<AccessLog> log;
  private final InstantSource clock;

  FrontDoor(
      Function<Request, Answer> service,
      BooleanSupplier ready,
      Metrics metrics,
      boolean showsMetrics,
      Optional<AccessLog> log,
      InstantSource clock) {
    this.service = service;
    this.ready = ready;
    this.metrics = metrics;
    this.showsMetrics = showsMetrics;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Answer handle(Request request) {
    return noted(request, () -> answer(request));
  }

  @Override
  public Answer refused(Request request, Refusal refusal) {
    return noted(request, () -> refusal.to(request));
  }

  private Answer noted(Request request, Supplier<Answer> work) {
    Instant at = clock.instant();
    long begun = System.nanoTime();
    metrics.begun();
    Answer answer;
    try {
      answer = work.get();
    } catch (TransactionException passing) {
      // Its cause is the database's or its load's, not the request's: a client may come again.
      String givenUp = "request " + request.id() + " was given up";
      LOGGER.log(System.Logger.Level.WARNING, givenUp, passing);
      answer = new Refusal(503, "ServiceUnavailable", givenUp + "; try again later").to(request);
    } catch (RuntimeException defect) {
      LOGGER.log(System.Logger.Level.ERROR, "request " + request.id() + " failed", defect);
      answer =
          new Refusal(500, "InternalFailure", "request " + request.id() + " failed").to(request);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    metrics.answered(answer, took);
    if (log.isPresent()) {
      log.get().write(at, request, answer, took);
    }
    return answer;
  }

  private Answer answer(Request request) {
    return switch (request.path()) {
      case "/health" -> Answer.plain("health", Response.of(200, TEXT, "alive\n"));
      case "/ready" ->
          Answer.plain(
              "ready",
              ready.getAsBoolean()
                  ? Response.of(200, TEXT, "ready\n")
                  : Response.of(503, TEXT, "not ready\n"));
      case "/metrics" ->
          showsMetrics
              ? Answer.plain("metrics", Response.of(200, PROMETHEUS, metrics.scrape()))
              : service.apply(request);
      default -> service.apply(request);
    };
  }
}
