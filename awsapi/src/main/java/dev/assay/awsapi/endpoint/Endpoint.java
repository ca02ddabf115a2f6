package dev.assay.awsapi.endpoint;

import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.json.JsonWriter;
import dev.assay.awsapi.protocol.RefusedException;
import dev.assay.awsapi.value.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Several services behind one door.
public final class Endpoint {
  private final List<ServiceEndpoint> services;
  private final Supplier<String> requestIds;
  private final Observer observer;

  /// @param services no two of which have an operation in the same place
  /// @param requestIds a new id for each request
  public Endpoint(
      List<Service> services,
      Authenticator authenticator,
      Authorizer authorizer,
      BodyLimit limit,
      Supplier<String> requestIds,
      Observer observer) {
    this.services =
        services.stream()
            .map(service -> new ServiceEndpoint(service, authenticator, authorizer, limit))
            .toList();
    this.requestIds = requestIds;
    this.observer = observer;
  }

  /// Answers a request, whatever it is.
  public Response handle(Request request) {
    String requestId = requestIds.get();
    for (ServiceEndpoint service : services) {
      Optional<ServiceEndpoint.Run> run = service.route(request, requestId);
      if (run.isPresent()) {
        Response response = run.get().answer();
        observer.ended(run.get().exchange(response.status()));
        return withId(response, requestId);
      }
    }
    return withId(unknown(requestId), requestId);
  }

  /// An operation of no service: in the form that clients of either protocol understand.
  private Response unknown(String requestId) {
    RefusedException refused =
        new RefusedException(
            404, "UnknownOperationException", "No service here has such an operation.");
    Map<String, Json> body = new LinkedHashMap<>();
    body.put("__type", new Json.Text(refused.code()));
    body.put("message", new Json.Text(refused.message()));
    @Nullable Caller nobody = null;
    observer.ended(
        new Observer.Exchange(
            requestId, "", "", nobody, null, refused.status(), refused.code(), null));
    return new Response(
        refused.status(),
        Headers.NONE
            .with("content-type", "application/json")
            .with("x-amzn-errortype", refused.code()),
        JsonWriter.utf8(to -> JsonWriter.write(new Json.Obj(body), to)));
  }

  private static Response withId(Response response, String requestId) {
    return new Response(
        response.status(), response.headers().with("x-amzn-requestid", requestId), response.body());
  }
}
