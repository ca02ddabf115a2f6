package dev.assay.awsapi.protocol;

import dev.assay.awsapi.http.Request;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.value.ServiceException;
import dev.assay.awsapi.value.Structure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one service is spoken over HTTP, on the server's side and on the client's.
public sealed interface Protocol permits AwsJson11, RestJson1 {
  /// The protocol that the service's model names.
  static Protocol of(ServiceSchema service) {
    return switch (service.protocol()) {
      case AWS_JSON_1_1 -> new AwsJson11(service);
      case REST_JSON_1 -> new RestJson1(service);
    };
  }

  /// The operation that the request asks for; empty where it is none of this service's.
  Optional<OperationSchema> route(Request request);

  /// The input of the operation; null where it takes none.
  ///
  /// @throws RefusedException where the request is not in the protocol's form
  /// @throws InvalidInputException where its content is not what the model says
  @Nullable Object input(OperationSchema operation, Request request, byte[] body);

  /// The answer to an operation.
  ///
  /// @param output null where the operation gives none
  Response output(OperationSchema operation, @Nullable Structure output);

  /// The answer where the operation threw an error of the model.
  Response error(ServiceException error);

  /// The answer where no operation ran.
  Response refusal(RefusedException refused);

  /// The request that asks for an operation: unsigned, and without a host.
  Call call(OperationSchema operation, @Nullable Structure input);

  /// What an operation answered; null where it gives nothing.
  ///
  /// @throws ServiceException the error of the model that was answered
  /// @throws UnexpectedAnswerException where the answer is none of this service
  @Nullable Object answer(OperationSchema operation, Response response);
}
