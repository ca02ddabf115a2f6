package dev.assay.awsapi.endpoint;

import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.json.MalformedJsonException;
import dev.assay.awsapi.protocol.InvalidInputException;
import dev.assay.awsapi.protocol.Protocol;
import dev.assay.awsapi.protocol.RefusedException;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.value.Caller;
import dev.assay.awsapi.value.ServiceException;
import dev.assay.awsapi.value.Structure;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One service behind the door.
final class ServiceEndpoint {
  private final Service service;
  private final Protocol protocol;
  private final ModelErrors errors;
  private final Authenticator authenticator;
  private final Authorizer authorizer;
  private final BodyLimit limit;

  ServiceEndpoint(
      Service service, Authenticator authenticator, Authorizer authorizer, BodyLimit limit) {
    this.service = service;
    this.protocol = Protocol.of(service.schema());
    this.errors = new ModelErrors(service.schema());
    this.authenticator = authenticator;
    this.authorizer = authorizer;
    this.limit = limit;
  }

  /// The run of the operation that the request asks for; empty where it is not this service's.
  Optional<Run> route(Request request, String requestId) {
    return protocol.route(request).map(operation -> new Run(request, operation, requestId));
  }

  /// One request on its way through.
  final class Run {
    private final Request request;
    private final OperationSchema operation;
    private final String requestId;
    private @Nullable Caller caller;
    private @Nullable Object input;
    private @Nullable Throwable failure;
    private String code = "";

    private Run(Request request, OperationSchema operation, String requestId) {
      this.request = request;
      this.operation = operation;
      this.requestId = requestId;
    }

    /// Whatever happens, an answer.
    Response answer() {
      try {
        return protocol.output(operation, (Structure) run());
      } catch (RefusedException | ServiceException expected) {
        return told(expected);
      } catch (InvalidInputException invalid) {
        return told(errors.invalid(invalid.violations()));
      } catch (MalformedJsonException malformed) {
        return told(errors.malformed(String.valueOf(malformed.getMessage())));
      } catch (RuntimeException | StackOverflowError unforeseen) {
        failure = unforeseen;
        return told(errors.internal(requestId));
      }
    }

    private @Nullable Object run() {
      byte[] body = limit.read(request.body());
      String signingName = service.schema().signingName();
      Caller known = authenticator.authenticate(request, body, signingName, requestId);
      caller = known;
      if (!authorizer.mayCall(known, signingName, operation.name())) {
        throw errors.denied(
            operation.name(), "%s may not call %s.".formatted(known.identity(), operation.name()));
      }
      Object read =
          protocol.input(operation, request, ContentEncoding.unpacked(request, body, limit));
      input = read;
      Handler handler = Objects.requireNonNull(service.handlers().get(operation.name()));
      return handler.handle(known, read);
    }

    private Response told(RuntimeException error) {
      switch (error) {
        case RefusedException refused -> {
          code = refused.code();
          return protocol.refusal(refused);
        }
        case ServiceException declared -> {
          code = declared.shape();
          return protocol.error(declared);
        }
        default -> throw error;
      }
    }

    Observer.Exchange exchange(int status) {
      return new Observer.Exchange(
          requestId,
          service.schema().signingName(),
          operation.name(),
          caller,
          input,
          status,
          code,
          failure);
    }
  }
}
