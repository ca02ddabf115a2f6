package dev.assay.agent.service;

import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.protocol.Call;
import java.io.IOException;

/// Carries one signed call to a service and its answer back.
@FunctionalInterface
public interface Transport {
  /// Sends.
  ///
  /// @param headers all of them, those of the signature too
  /// @throws IOException where no answer came
  Response send(ServiceAddress service, Call call, Headers headers)
      throws IOException, InterruptedException;
}
