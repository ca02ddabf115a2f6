package dev.assay.server.api;

import dev.assay.assessment.identity.Caller;
import dev.assay.awsapi.endpoint.Observer.Exchange;
import dev.assay.server.http.Request;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What becomes known of one request on its way through the protocols, which carry none of it.
final class Visit {
  final Request request;
  @Nullable Caller caller;
  @Nullable Exchange exchange;
  Duration wait = Duration.ZERO;

  Visit(Request request) {
    this.request = request;
  }
}
