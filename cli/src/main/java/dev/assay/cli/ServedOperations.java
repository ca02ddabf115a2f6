package dev.assay.cli;

import dev.assay.agent.service.HttpTransport;
import dev.assay.agent.service.ServiceAddress;
import dev.assay.agent.service.ServiceClient;
import dev.assay.agent.service.ServiceTime;
import dev.assay.agent.service.ServiceUnreachableException;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.protocol.UnexpectedAnswerException;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.value.ServiceException;
import dev.assay.awsapi.value.Structure;
import java.time.Duration;
import java.time.InstantSource;

/// Operations of a service, called by a person with the usual AWS_* credentials.
final class ServedOperations {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String url;
  private final ServiceClient client;

  /// Assay's own.
  ServedOperations(String url, AwsEnvironment aws) {
    this(url, aws, AssayApi.schema());
  }

  ServedOperations(String url, AwsEnvironment aws, ServiceSchema schema) {
    this.url = url;
    try {
      this.client =
          new ServiceClient(
              ServiceAddress.parse(url),
              new HttpTransport(TrustedHttp.client(aws.certificates(), PATIENCE), PATIENCE),
              new ServiceTime(InstantSource.system()),
              aws.credentials(),
              aws.region(),
              schema);
    } catch (IllegalArgumentException malformed) {
      throw new InputException("--server " + malformed.getMessage(), malformed);
    }
  }

  <T> T call(String operation, Structure input, Class<T> answer) throws InterruptedException {
    try {
      return client.call(operation, input, answer);
    } catch (ServiceUnreachableException unreachable) {
      throw new InputException("--server " + unreachable.getMessage(), unreachable);
    } catch (ServiceException | UnexpectedAnswerException refused) {
      throw new InputException("--server " + url + ": " + refused.getMessage(), refused);
    }
  }
}
