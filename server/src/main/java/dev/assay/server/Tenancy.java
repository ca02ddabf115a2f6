package dev.assay.server;

import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.server.http.Answer;
import dev.assay.server.http.Request;
import java.util.Map;

/// The service that moves into the house: what answers the API, and what does the queued work.
public interface Tenancy {
  /// Answers a request that is for none of the house's own paths.
  Answer answer(Request request);

  Map<QueueName, WorkHandler> work();

  /// Makes it on the ground of one server.
  @FunctionalInterface
  interface Factory {
    Tenancy moveIn(Ground ground);
  }
}
