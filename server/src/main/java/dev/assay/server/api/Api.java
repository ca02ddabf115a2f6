package dev.assay.server.api;

import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.Credential;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.awsapi.endpoint.Authenticator;
import dev.assay.awsapi.endpoint.BodyLimit;
import dev.assay.awsapi.endpoint.Endpoint;
import dev.assay.awsapi.endpoint.Handler;
import dev.assay.awsapi.endpoint.Observer.Exchange;
import dev.assay.awsapi.endpoint.Service;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.protocol.RefusedException;
import dev.assay.awsapi.sigv4.SignatureVerifier;
import dev.assay.awsapi.sigv4.SigningKey;
import dev.assay.awsapi.value.Caller;
import dev.assay.server.Gate;
import dev.assay.server.Gate.Passage;
import dev.assay.server.Ground;
import dev.assay.server.Tenancy;
import dev.assay.server.http.Answer;
import dev.assay.server.http.Header;
import dev.assay.server.http.Request;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The services behind the house's door.
public final class Api implements Tenancy {
  private static final System.Logger LOGGER = System.getLogger(Api.class.getName());
  private static final ScopedValue<Visit> VISIT = ScopedValue.newInstance();
  private static final int LONGEST_DETAIL = 4_000;

  private final Ground ground;
  private final Gate gate;
  private final Map<QueueName, WorkHandler> work;
  private final Endpoint endpoint;

  /// Lets services move in.
  ///
  /// @param work what does the work that their operations put into queues
  /// @param limit of a body, as it came and unpacked
  public Api(
      Ground ground, List<Service> services, Map<QueueName, WorkHandler> work, BodyLimit limit) {
    this.ground = ground;
    this.gate = ground.gate();
    this.work = Map.copyOf(work);
    this.endpoint =
        new Endpoint(
            services.stream().map(this::guarded).toList(),
            entering(new SignatureVerifier(id -> signingKey(id), ground.clock())),
            (caller, service, operation) -> mayCall(service + ":" + operation),
            limit,
            () -> VISIT.get().request.id(),
            exchange -> VISIT.get().exchange = exchange);
  }

  @Override
  public Map<QueueName, WorkHandler> work() {
    return work;
  }

  @Override
  public Answer answer(Request request) {
    Visit visit = new Visit(request);
    return ScopedValue.where(VISIT, visit)
        .call(
            () -> {
              Response response = endpoint.handle(wired(request));
              Exchange exchange = visit.exchange;
              if (exchange != null) {
                notice(visit, exchange);
              }
              return answer(visit, exchange == null ? "" : exchange.code(), response);
            });
  }

  private void notice(Visit visit, Exchange exchange) {
    if (exchange.failure() != null) {
      LOGGER.log(
          System.Logger.Level.ERROR,
          "request " + visit.request.id() + " failed",
          exchange.failure());
    }
    if (visit.caller != null && !exchange.code().isEmpty()) {
      gate.failed(passage(visit.caller, operation(exchange), visit), exchange.code());
    }
  }

  private static Answer answer(Visit visit, String code, Response response) {
    Exchange exchange = visit.exchange;
    List<Header> headers = new ArrayList<>();
    response
        .headers()
        .values()
        .forEach(
            (name, values) -> {
              // The edge writes it, on every response.
              if (!name.equals("x-amzn-requestid")) {
                values.forEach(value -> headers.add(new Header(name, value)));
              }
            });
    if (!visit.wait.isZero()) {
      headers.add(new Header("Retry-After", Long.toString(visit.wait.toSeconds() + 1)));
    }
    return new Answer(
        new dev.assay.server.http.Response(
            response.status(), List.copyOf(headers), response.body()),
        Optional.ofNullable(visit.caller),
        exchange == null || exchange.operation().isEmpty() ? "unknown" : operation(exchange),
        Optional.of(code).filter(some -> !some.isEmpty()));
  }

  private static String operation(Exchange exchange) {
    return exchange.service() + ":" + exchange.operation();
  }

  private Authenticator entering(Authenticator signatures) {
    return (request, body, signingName, requestId) -> {
      Caller caller = signatures.authenticate(request, body, signingName, requestId);
      Visit visit = VISIT.get();
      dev.assay.assessment.identity.Caller known = known(caller);
      visit.caller = known;
      visit.wait = gate.enter(known);
      if (!visit.wait.isZero()) {
        throw new RefusedException(429, "ThrottlingException", "Rate exceeded.");
      }
      return caller;
    };
  }

  private dev.assay.assessment.identity.Caller known(Caller caller) {
    return credential(caller.accessKeyId())
        .map(Credential::caller)
        .orElseThrow(
            () ->
                new RefusedException(
                    403, "UnrecognizedClientException", "The access key was revoked just now."));
  }

  private Optional<SigningKey> signingKey(String id) {
    return credential(id)
        .map(
            credential ->
                new SigningKey(
                    id,
                    credential.secret().reveal(),
                    Optional.empty(),
                    credential.caller().identity().account().value(),
                    credential.caller().identity().name().value()));
  }

  private Optional<Credential> credential(String id) {
    return AccessKeyId.isOne(id)
        ? ground.credentials().find(new AccessKeyId(id))
        : Optional.empty();
  }

  private boolean mayCall(String operation) {
    dev.assay.assessment.identity.Caller caller = VISIT.get().caller;
    return caller != null && gate.mayCall(caller, operation);
  }

  /// Each handler behind the gate, so that what it changes is noted.
  private Service guarded(Service service) {
    Map<String, Handler> handlers = new HashMap<>();
    service
        .handlers()
        .forEach(
            (name, handler) -> {
              String operation = service.schema().signingName() + ":" + name;
              handlers.put(
                  name,
                  (caller, input) -> {
                    Visit visit = VISIT.get();
                    dev.assay.assessment.identity.Caller known = visit.caller;
                    if (known == null) {
                      throw new IllegalStateException("nobody has been let in");
                    }
                    return gate.pass(
                        passage(known, operation, visit), () -> handler.handle(caller, input));
                  });
            });
    return new Service(service.schema(), handlers);
  }

  /// The parameters as they were sent: none of our operations takes a secret.
  private static Passage passage(
      dev.assay.assessment.identity.Caller caller, String operation, Visit visit) {
    Request request = visit.request;
    String detail = request.method() + " " + request.path();
    String body =
        new String(request.body(), java.nio.charset.StandardCharsets.UTF_8).replace("\0", "");
    if (!body.isEmpty()) {
      detail += " " + body;
    }
    return new Passage(
        caller,
        operation,
        detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)),
        request.source(),
        request.id());
  }

  private static dev.assay.awsapi.http.Request wired(Request request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (Header header : request.headers()) {
      headers
          .computeIfAbsent(
              header.name().toLowerCase(java.util.Locale.ROOT), name -> new ArrayList<>())
          .add(header.value());
    }
    return new dev.assay.awsapi.http.Request(
        request.method(),
        request.path(),
        request.query(),
        new Headers(headers),
        new ByteArrayInputStream(request.body()));
  }
}
